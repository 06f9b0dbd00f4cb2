export { movingOf } from './wiggle.js';
