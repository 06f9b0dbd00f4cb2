export { type Colouring, createColouring } from './colouring.js';
export { labPixels, toOklab, toSrgb } from './oklab.js';
export type { Recolouring } from './recolour.js';
export { createRepaint } from './repaint.js';
