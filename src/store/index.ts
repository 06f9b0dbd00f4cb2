export type { StoreErrors } from './errors.js';
export { createStore } from './store.js';
