export { CATALOGUES, formattingLocale, LANGUAGES } from './locales.js';
export { dateTime, durationWords, relativeWords } from './time-words.js';
export { createTranslator, type Translate } from './translate.js';
