export { KIND_LOOKS, kindLabel, kindName } from './latent-words.js';
export { nearest } from './nearest.js';
export { describedText } from './picture-words.js';
export { joined, type Mention, plainText, type RichLine, richLine } from './rich-text.js';
export { clip, linesOf, plainLine, plainLines, progressBar, shorten, withoutLinks } from './safe-text.js';
