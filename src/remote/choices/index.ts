export { aspectsOfOpenai, openaiSize } from './openai-sizes.js';
export { aspectsHere, type ChosenPainter, type Protocol, painterAspects, painterNames } from './painter-choices.js';
