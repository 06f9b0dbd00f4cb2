export { drawGivenFace, type GivenFace } from './draw-given-face.js';
export { drawHouse, type HouseFront } from './draw-house.js';
export { givenMood } from './given-moods.js';
