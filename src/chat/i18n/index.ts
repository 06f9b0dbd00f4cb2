export { CATALOGUES, LANGUAGES } from './locales.js';
export { durationWords, relativeWords } from './time-words.js';
export { createTranslator, type Translate } from './translate.js';
