export {
  AROUND,
  actionName,
  createStyle,
  cut,
  lineCount,
  linesForPicture,
  type Page,
  PICTURE,
  pad,
  USUAL_HEIGHT,
  USUAL_WIDTH,
  wrap,
} from './page.js';
export { type DrawPicture, drawPictureOn, savePicture } from './pictures.js';
