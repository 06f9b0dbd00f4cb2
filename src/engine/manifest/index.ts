export { type GraphFile, MANIFEST_FILE, MEMORY_FILES, PARTS_FILE, TOKENIZER_FILE } from './files.js';
export { loadFolder, parseBySchema } from './folder.js';
export { type Manifest, manifestSchema } from './manifest.js';
export { fileRecord } from './manifest-fields.js';
export { corruptFile, type FileError, invalidFile } from './problems.js';
export { type Layouts, type Placement, type Tables, type WornAt, wornAt } from './tables.js';
export { VISUAL_TOKENIZER_DIGITS, visualTokenizerOf } from './visual-tokenizer.js';
