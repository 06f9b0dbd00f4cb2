export { print, printJson, printPicture, printProblem } from './print.js';
