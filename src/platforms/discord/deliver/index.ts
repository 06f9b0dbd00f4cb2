export { type Acknowledged, type DiscordAddress, type Exchange, tokenExpiry } from './address.js';
export { DiscordApi, nonce } from './api.js';
export { CardDisplay } from './card-display.js';
export { LateUploads } from './late-uploads.js';
export { answerOwed, keyOf, owedByInteraction } from './owed-answer.js';
export { PackAdditions } from './pack-additions.js';
export { Uploader } from './upload.js';
