export { headFrom, LOOKED_UP_HEADS, sideOf } from './looked-up.js';
