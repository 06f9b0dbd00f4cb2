export { commonest } from './commonest.js';
export { drawExpression } from './draw-expression.js';
export type { Face } from './face.js';
export { colourAt, eachPixel, lumaOf, OPAQUE, type Raster, type Rgb } from './raster.js';
