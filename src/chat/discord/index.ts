export { checkDiscordToken } from './check.js';
export { createDiscordPlatform } from './platform.js';
export { registerCommands } from './register-commands.js';
