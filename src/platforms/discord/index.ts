export { checkDiscordToken } from './client/index.js';
export { createDiscordPlatform } from './platform.js';
export { registerCommands } from './register/index.js';
