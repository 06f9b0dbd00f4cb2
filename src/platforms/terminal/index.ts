export { cut, lineCount, USUAL_HEIGHT, USUAL_WIDTH } from './page.js';
export { drawPictureOn } from './pictures.js';
export { createTerminal, type Terminal } from './terminal.js';
