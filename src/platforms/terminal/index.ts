export { drawPictureOn } from './inline-picture.js';
export { USUAL_HEIGHT, USUAL_WIDTH } from './page.js';
export { cut, lineCount, plain } from './plain.js';
export { createTerminal, type Terminal } from './terminal.js';
