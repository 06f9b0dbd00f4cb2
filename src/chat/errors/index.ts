export { type ArgumentProblem, badArgument } from './argument-errors.js';
export { type ErrorTextContext, failureText, refusalText } from './error-text.js';
