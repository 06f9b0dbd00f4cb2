export { discord } from './offered.js';
