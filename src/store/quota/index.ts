export { refund, sumUsage } from './ledger.js';
export { lock, lockShared } from './locks.js';
export { readPolicies } from './policies.js';
export { createQuotaStore } from './quota-store.js';
