export { Adjectives, type SaidMood } from './adjectives.js';
export type { Company } from './company.js';
export { gather } from './gather.js';
export { isOfTag } from './meaning.js';
export { type Named, type PicturesNeeded, plainNamed, type WornAs } from './named.js';
export { leaveOutPart } from './negating.js';
