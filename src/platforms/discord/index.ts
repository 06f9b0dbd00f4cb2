export { createDiscordPlatform } from './platform.js';
export { registerCommands } from './register/index.js';
