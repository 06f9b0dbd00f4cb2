export { checkDiscordToken } from './check.js';
export { createDiscordPlatform, type DiscordOptions } from './platform.js';
export { type RegisterOptions, type RegisterResult, registerCommands } from './register-commands.js';
export type { Shards } from './sharding.js';
