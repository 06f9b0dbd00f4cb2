export { type ArgumentProblem, badArgument } from './argument-errors.js';
export { errorText, failureText, refusalText } from './error-text.js';
