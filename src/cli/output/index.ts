export { type OutputFile, reserveOutput, reserveZip } from './output-file.js';
export { createProgressBar, type ProgressBar } from './progress-bar.js';
export { artworkInWords, latentLines, type Report, reportJson, reportShort, reportText } from './report.js';
