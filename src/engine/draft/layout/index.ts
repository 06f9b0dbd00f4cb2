export { takesFaceWear } from './arrange.js';
export { type Frame, pointAt } from './frame.js';
export { blobSteps, boxSteps, type Edges, roundEven, spreadOfBox } from './geometry.js';
export { detailedOf, type Layer, layersOf } from './layers.js';
export { createLabelledAs, type Fit, placeThings, type Scene } from './place.js';
export { edgesOf, type Stage, seatOf, spreadOf } from './placed.js';
export { kindOf, relationsIn, standingOf, WEARING, wornIn } from './standing.js';
export { placesFor, type Way } from './ways.js';
