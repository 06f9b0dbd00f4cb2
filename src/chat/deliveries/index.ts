export { CardTurns } from './card-turns.js';
export { createDeliveryLoop } from './delivery-loop.js';
export { type WithdrawDeps, withdrawDeleted } from './withdraw.js';
