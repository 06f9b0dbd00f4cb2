export { ArgumentError, type ArgumentProblem, badArgument, type ChatErrors } from './argument-errors.js';
export { errorText, failureText, refusalText } from './error-text.js';
