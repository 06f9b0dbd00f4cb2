export { createPrivacy } from './acknowledge.js';
export { answerInteraction, type InteractionDeps } from './interactions.js';
export { answerReaction, type ReactionDeps } from './reactions.js';
