export { createStore } from './store.js';
