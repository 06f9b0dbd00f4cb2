export { answerInteraction } from './interactions.js';
export { createPrivacy } from './privacy.js';
export { answerReaction } from './reactions.js';
