export { renderCard } from './card-message.js';
export { MORE_ID, renderModal } from './components.js';
export { type DiscordMessage, LIMITS, onlyUser } from './message.js';
export { renderReply } from './reply-message.js';
export { escapeLine } from './text.js';
