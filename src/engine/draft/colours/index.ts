export { createColourNamer, createColoursCalled } from './colour-areas.js';
export { type Colouring, createColouring } from './colouring.js';
export { createPaletteOfAreas } from './measured-palette.js';
export type { Recolouring } from './recolour.js';
export { createRepaint } from './repaint.js';
