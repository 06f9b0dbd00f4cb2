export { makeWithdrawable } from './ending.js';
export { createGenerationStore } from './generation-store.js';
export { toDelivery } from './rows.js';
