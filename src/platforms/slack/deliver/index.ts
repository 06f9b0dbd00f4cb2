export { isDirect, writeAddress } from './address.js';
export { CardDisplay } from './card-display.js';
export { CardPictures, generationOfFile } from './card-pictures.js';
export { EditBudget } from './edit-budget.js';
export { type KeptMessage, read } from './posting.js';
export { Replier, type SlackContext } from './replier.js';
