export { forgetDatabaseEnvironment } from './database-environment.js';
export { createNetwork, DIRECT, type Network } from './network.js';
export { type ProxySettings, proxyName } from './proxies.js';
export { tryTunnel } from './try-tunnel.js';
export { tunnelWebSockets } from './tunnels.js';
