export { drawExpression } from './draw-expression.js';
export type { Face } from './face.js';
