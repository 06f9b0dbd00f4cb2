export { type DiscordAddress, tokenExpiry } from './address.js';
export { DiscordApi } from './api.js';
export type { Exchange } from './exchange.js';
export { nonce } from './nonce.js';
export { Shower } from './show.js';
export { Uploader } from './upload.js';
