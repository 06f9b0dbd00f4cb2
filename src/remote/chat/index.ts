export { type ChatPrior, createChatPrior } from './chat-prior.js';
