export { createSlackPlatform } from './platform.js';
