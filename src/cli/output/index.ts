export { type OutputFile, reserveOutput } from './output-file.js';
export { print, printJson, printPicture, printProblem } from './print.js';
export { createProgress, type Progress } from './progress.js';
export { artworkInWords, type Report, reportJson, reportShort, reportText } from './report.js';
