export { CADS_SCALE, METHODS, type Method, methodSettings } from './methods.js';
export { createPainter, type Painter, type PaintTask } from './painter.js';
export { FEWEST_GENERATED, FEWEST_REAL, realVectors, scorePictures, type Yardstick } from './scores.js';
