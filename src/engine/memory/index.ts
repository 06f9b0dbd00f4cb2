export { type Artwork, type Bounds, createArtwork, NAMED, NAMED_SHARE, SMALLEST_MOOD } from './artwork.js';
export { plainName, withWorn, wornInstead } from './drawn.js';
export { type Expression, expressionOf } from './expressions.js';
export type { Eye } from './eyes.js';
export { GROUP_WAYS, type Group, type GroupWay, MOST_COPIES } from './groups.js';
<<<<<<< HEAD
export { FACE, type Histogram, PICTURE_KINDS, ROOM_FOR_MOOD } from './measures.js';
=======
export type { Likeness } from './likeness.js';
export { FACE, type Histogram, PICTURE_KINDS } from './measures.js';
>>>>>>> 661c4183 (Pictures that people bring are described: likest things by looks that tell things apart, colours and places as the memory's are measured, and how sure that is)
export { type Memory, readMemory } from './memory.js';
export { PARTS, type PartColour, type PartName, type PicturePart } from './parts.js';
export { PATTERNS, type Pattern, type PatternName } from './patterns.js';
export { createPictures, decodePicture, type Pictures, pictureFile } from './pictures.js';
export { isPlace } from './places.js';
export { facelessThings, type Things } from './things.js';
