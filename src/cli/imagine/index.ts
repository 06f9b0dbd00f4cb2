export { addImagine } from './add-imagine.js';
export type { Streams } from './imagine.js';
export { readOwnThings } from './own-things.js';
