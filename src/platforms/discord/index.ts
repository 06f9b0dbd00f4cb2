export { checkDiscordToken } from './client/index.js';
export { createDiscordPlatform } from './platform.js';
export { keepRegistering, registerCommands } from './register/index.js';
