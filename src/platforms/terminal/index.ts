export { cut, lineCount } from './columns.js';
export { drawPictureOn } from './inline-picture.js';
export { USUAL_HEIGHT, USUAL_WIDTH } from './page.js';
export { createTerminal, type Terminal } from './terminal.js';
