export { drawGivenFace, type GivenFace } from './draw-given-face.js';
export { givenMood } from './given-moods.js';
