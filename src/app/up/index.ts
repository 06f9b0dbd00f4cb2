export { up } from './up.js';
