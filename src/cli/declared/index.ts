export { withDeclaredFlags } from './declared-flags.js';
