export { keepRegistering } from './keep-registering.js';
export { registerCommands } from './register-commands.js';
