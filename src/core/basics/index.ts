export { type Boundary, createBoundary } from './boundary.js';
export { changed, check, definedOf, telling, withoutUndefined } from './check.js';
export { CoreError, type CoreErrorCode } from './errors.js';
export { idempotencyKeyOf, newId, readId, userKeyOf } from './ids.js';
export { LEASES } from './leases.js';
export { type Log, quiet } from './log.js';
export { messageOf } from './message-of.js';
export { isOutage } from './outage.js';
export { timeOfDay } from './time-of-day.js';
