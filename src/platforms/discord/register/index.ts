export { registerCommands } from './register-commands.js';
