export { checkSlackToken } from './check.js';
export type { SlackAuthorisation, SlackConnection } from './options.js';
export { createSlackPlatform } from './platform.js';
