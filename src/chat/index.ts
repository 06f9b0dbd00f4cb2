export { type ChatPlatform, DeliveryError } from './platform.js';
