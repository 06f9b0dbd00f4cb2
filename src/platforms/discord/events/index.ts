export { createPrivacy } from './acknowledge.js';
export { answerInteraction } from './interactions.js';
export { answerReaction } from './reactions.js';
