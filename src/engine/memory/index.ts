export { type Artwork, type Bounds, createArtwork, NAMED, NAMED_SHARE } from './artwork.js';
export { withWorn } from './drawn.js';
export { GROUP_WAYS, type Group, type GroupWay, MOST_COPIES } from './groups.js';
export { FACE, type Histogram, PICTURE_KINDS } from './measures.js';
export { type Memory, readMemory } from './memory.js';
export { type Head, PARTS, type PartColour, type PartName, type PicturePart } from './parts.js';
export { PATTERNS, type Pattern, type PatternName } from './patterns.js';
export { createPictures, decodePicture, type Pictures } from './pictures.js';
export { facelessThings, type Things } from './things.js';
