export { slack } from './offered.js';
