export { type ChatOptions, createChat } from './chat.js';
export { type ChatPrior, createChatPrior, priorOf } from './chat-prior.js';
export { createLocalChat } from './local-chat.js';
