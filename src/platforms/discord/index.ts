export { checkDiscordToken } from './client/check.js';
export { createDiscordPlatform } from './platform.js';
export { registerCommands } from './register/register-commands.js';
