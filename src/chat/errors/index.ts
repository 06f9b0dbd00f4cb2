export { type ArgumentProblem, badArgument } from './argument-errors.js';
export { type ErrorTextContext, errorText, failureText, refusalText } from './error-text.js';
export { PictureError } from './picture-errors.js';
