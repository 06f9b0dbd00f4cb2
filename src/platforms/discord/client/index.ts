export { checkDiscordToken } from './check.js';
export { createClient } from './client.js';
export { followInstallations } from './installations.js';
export { login } from './login.js';
export { deliveryError, describe, hasCode, problemOf } from './problems.js';
export { createRest } from './rest.js';
export type { Shards } from './sharding.js';
