export { keepWorker } from './keep-worker.js';
export { createPulse, type Pulse } from './pulse.js';
export { superviseWorker, workerStarter } from './worker-process.js';
