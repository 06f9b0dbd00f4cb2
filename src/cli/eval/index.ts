export { addEval } from './add-eval.js';
