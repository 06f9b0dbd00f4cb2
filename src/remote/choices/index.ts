export { aspectsOfOpenai, openaiSize } from './openai-sizes.js';
export {
  aspectsHere,
  type ChosenPainter,
  mayUpscale,
  type Protocol,
  painterAspects,
  painterNames,
} from './painter-choices.js';
