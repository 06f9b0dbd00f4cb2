export { boxSeen, measureExtent } from './measure-shape.js';
export { type OwnMeasures, withOwnArtwork } from './own-artwork.js';
export { createOwnMeasure } from './own-measure.js';
