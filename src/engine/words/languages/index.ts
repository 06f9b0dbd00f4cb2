export { CHAT_WORDS, COLOURED_KINDS, ENGLISH, EVERYDAY, MEASURES, OF_PART, OTHER_STYLES, PARTS, STYLES } from './en.js';
export { ENDINGS } from './endings.js';
export { MANNER } from './manner.js';
export { OWN_PARTS } from './own-parts.js';
export { PART_WORDS, type PartWords } from './part-words.js';
export { PLAIN_STANDS } from './plain-stands.js';
export type { LanguageTable, Size, Stand } from './table.js';
export { LANGUAGE_TABLES } from './tables.js';
