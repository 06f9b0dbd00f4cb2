export { renderCard } from './card-message.js';
export { MORE_ID } from './components.js';
export { LIMITS } from './limits.js';
export { type DiscordMessage, onlyUser } from './message.js';
export { renderModal } from './modal.js';
export { renderReply } from './reply-message.js';
export { escapeLine } from './text.js';
