export { type DiscordAddress, tokenExpiry } from './address.js';
export { DiscordApi } from './api.js';
export { CardDisplay } from './card-display.js';
export type { Exchange } from './exchange.js';
export { nonce } from './nonce.js';
export { Uploader } from './upload.js';
