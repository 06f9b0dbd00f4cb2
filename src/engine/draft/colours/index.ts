export { createColoursCalled } from './colour-areas.js';
export { type Colouring, createColouring } from './colouring.js';
export type { Recolouring } from './recolour.js';
export { createRepaint } from './repaint.js';
