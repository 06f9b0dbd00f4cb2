export { kaleidoPainter } from './kaleido.js';
export {
  type AboutPainter,
  type Painter,
  type PictureEvent,
  type PictureRequest,
  type PictureSource,
  type PictureStart,
  paintedBy,
} from './painter.js';
export { createPlanPainter } from './plan-painter.js';
