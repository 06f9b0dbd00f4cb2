export { createDeliveryLoop } from './delivery-loop.js';
export { createLocks } from './locks.js';
export { withdraw } from './withdraw.js';
