export { cyberpunk } from './cyberpunk.js';
export { gothic } from './gothic.js';
export { popArt } from './pop-art.js';
export { steampunk } from './steampunk.js';
export { synthwave } from './synthwave.js';
