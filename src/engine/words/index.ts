export type { BundleWords } from './bundle-words.js';
export { englishForms } from './english-forms.js';
export { fold } from './fold.js';
export { createPromptReader } from './prompt-reader.js';
export type { AskedThing, PromptReader, PromptReading, ReadingNote, ReadOptions } from './prompt-reading.js';
export { readOptionsOf } from './read-options.js';
export { remembered } from './remembered.js';
export type { StandIn } from './stand-ins.js';
export { shippedWordTables, type WordTables } from './word-tables.js';
