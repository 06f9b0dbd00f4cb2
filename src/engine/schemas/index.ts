export { ranged, whole } from './ranges.js';
