export { createLatentContext, type LatentContext, readWords } from './context.js';
export { createTextTokenizer, type PromptIds, type TextTokenizer, type TokenizerSource } from './text-tokenizer.js';
export { visualTokens } from './visual-tokens.js';
