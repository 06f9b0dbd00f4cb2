export type { CellWay, DiffusionPart } from './cell-group.js';
export { type Condition, type ConditionRow, decodeGuesses, joinRows } from './condition.js';
export { seededNoise } from './noise.js';
export { paint, paintTogether } from './paint.js';
