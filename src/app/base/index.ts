export { openBlobs } from './blobs.js';
export type { Cleanup } from './cleanup.js';
export { openDatabase } from './database.js';
export { AppError, type AppErrors } from './errors.js';
export { type Foundation, openFoundation, openQueue, queueConfig, runningOn } from './foundation.js';
export type { Metrics } from './metrics.js';
export { loadModel, type Model } from './model.js';
export { runService } from './service.js';
