export { makeWithdrawable } from './ending.js';
export { createGenerationStore } from './repository.js';
export { toDelivery } from './rows.js';
