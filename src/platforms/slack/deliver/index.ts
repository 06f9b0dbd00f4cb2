export { isDirect, readAddress, threadOf, writeAddress } from './address.js';
export { CardDisplay } from './card-display.js';
export { CardPictures, generationOfFile } from './card-pictures.js';
export { type Asked, answerOwed, keyOf, owedTo } from './owed-answer.js';
export { type KeptMessage, read } from './posting.js';
export type { SlackContext } from './private-answer.js';
export { EditBudget } from './rate-limits.js';
export { Replier } from './replier.js';
