export { makeWithdrawable, UNFINISHED } from './ending.js';
export { createGenerationStore } from './generation-store.js';
export { emptyGeneration } from './leaving.js';
export { toDelivery } from './rows.js';
