export {
  areUploadsRefused,
  deliveryError,
  isClosed,
  isFileRefused,
  isGone,
  isThreadClosed,
  rateLimitSeconds,
  refusalCode,
} from './api-errors.js';
export { type ApiConnection, boltLogger, clientOptions } from './web-api.js';
