export { registerCommands } from '../../platforms/discord/index.js';
