export { type ChatParts, startBot } from './bot.js';
export { hasPlatform, makePlatforms } from './platforms.js';
export { runBot } from './run-bot.js';
