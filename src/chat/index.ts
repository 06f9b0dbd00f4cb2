export { type ChatPlatform, DeliveryError, type DeliveryErrors } from './platform.js';
