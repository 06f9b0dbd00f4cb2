export { findBlocked, resolveBlocklist } from './blocklist.js';
export { plainWords } from './plain-text.js';
