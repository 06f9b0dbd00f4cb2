export { type ModelFlags, resolveConfig, withDataOption, withModelOptions } from './model-flags.js';
export { commaList, gather, intervalOption, realNumberOption, wholeNumberOption } from './options.js';
