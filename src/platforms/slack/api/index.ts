export { deliveryError, isClosed, isFileRefused, isGone, rateLimitSeconds, refusalCode } from './api-errors.js';
export { boltLogger } from './bolt-logger.js';
