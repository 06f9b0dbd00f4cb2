export { createClient, followInstallations, type Shards } from './client.js';
export { checkDiscordToken, login } from './login.js';
export { deliveryError, describe, hasCode, problemOf, retryAfterMs } from './problems.js';
export { createRest, type RestConnection } from './rest.js';
