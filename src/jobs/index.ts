export type { QueueConfig } from './backend.js';
export { createJobWorker } from './job-worker.js';
export { createJobs } from './jobs.js';
