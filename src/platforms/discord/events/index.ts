export { createPrivacy } from './acknowledge.js';
export { answerInteraction, type InteractionDeps } from './interactions.js';
export { answerReaction } from './reactions.js';
