export { asKey } from './as-key.js';
export type { BundleWords } from './bundle-words.js';
export { englishForms } from './english-forms.js';
export { fold } from './fold.js';
export { aboutOwn, namesOwn } from './own-names.js';
export { createPromptReader } from './prompt-reader.js';
export {
  type AskedThing,
  type PromptReader,
  type PromptReading,
  type ReadingNote,
  type ReadOptions,
  readOptionsOf,
} from './prompt-reading.js';
export { readAhead } from './read-ahead.js';
export { remembered } from './remembered.js';
export type { StandIn } from './stand-ins.js';
export { shippedWordTables, type WordTables } from './word-tables.js';
