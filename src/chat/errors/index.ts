export { type ArgumentProblem, badArgument } from './argument-errors.js';
export { failureText, refusalText } from './error-text.js';
