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
export { Remembered } from './remembered.js';
export { SlackTime } from './slack-time.js';
export { type ApiConnection, boltLogger, clientOptions } from './web-api.js';
