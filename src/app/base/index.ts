export { openBlobs } from './blobs.js';
export type { Cleanup } from './cleanup.js';
export { openDatabaseServer } from './database-server.js';
export { AppError, type AppErrors } from './errors.js';
export { type Foundation, openFoundation, openJobs, queueConfig, runningOn } from './foundation.js';
export type { Metrics } from './metrics.js';
export { loadModel, type Model } from './model.js';
export { type ReadinessChecks, statesOf } from './readiness.js';
export { runService } from './service.js';
