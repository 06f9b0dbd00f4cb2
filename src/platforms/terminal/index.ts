export { createTerminal, type Terminal } from './terminal.js';
