export { createLog } from './log.js';
