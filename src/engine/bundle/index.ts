export { type Bundle, loadBundle } from './bundle.js';
