export { createSlackPlatform } from './platform.js';
export type { SlackAuthorisation, SlackConnection } from './slack-options.js';
export { checkSlackToken } from './workspaces/index.js';
