export { evictionPolicy, type QueueConfig } from './backend.js';
export { createDescriptionWorker } from './descriptions.js';
export { JobError, type JobErrors } from './errors.js';
export { createJobWorker, type JobWorker } from './job-worker.js';
export { createJobs } from './jobs.js';
