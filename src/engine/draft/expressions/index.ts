export { commonestIn } from './commonest.js';
export { drawExpression } from './draw-expression.js';
export type { Face } from './face.js';
export { groundOf } from './ground.js';
export {
  apart,
  around,
  colourAt,
  type Distance,
  eachPixel,
  heartAt,
  lumaOf,
  OPAQUE,
  type Point,
  paint,
  type Raster,
  type Rgb,
  toCone,
  toPath,
} from './raster.js';
