export { createPainter } from './create-painter.js';
export { kaleidoPainter } from './kaleido.js';
export { licenceOf } from './licences.js';
export {
  type AboutPainter,
  type OpenPainter,
  type Painter,
  type PainterAbilities,
  type PainterOptions,
  type PictureEvent,
  type PictureRequest,
  type PictureSource,
  type PictureStart,
  paintedBy,
  type UpscaleRequest,
} from './painter.js';
export { createPlanPainter } from './plan-painter.js';
