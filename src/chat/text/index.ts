export { KIND_LOOKS, kindLabel, kindName } from './latent-words.js';
export { nearest } from './nearest.js';
export { Recent } from './recent.js';
export { joined, type Mention, plainText, type RichLine, richLine } from './rich-text.js';
export { shorten } from './shorten.js';
export { ago, dateTime } from './times.js';
