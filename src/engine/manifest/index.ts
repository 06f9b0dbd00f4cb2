export {
  DRAWN_FILES,
  type GraphFile,
  LIKENESS_FILE,
  MANIFEST_FILE,
  MEMORY_FILES,
  PARTS_FILE,
  TOKENIZER_FILE,
} from './files.js';
export { loadFolder, parseBySchema } from './folder.js';
export { fileRecord, type Manifest, VISUAL_TOKENIZER_DIGITS, visualTokenizerOf } from './manifest.js';
export { manifestSchema } from './manifest-checks.js';
export { corruptFile, type FileError, invalidFile } from './problems.js';
export { type Layouts, type Placement, type Tables, type WornAt, type WornRule, wornAt, wornRule } from './tables.js';
