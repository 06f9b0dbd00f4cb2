export { type ModelFlags, resolveConfig, withDataOption, withModelOptions } from './model-flags.js';
export { commaList, intervalOption, realNumberOption, repeated, wholeNumberOption } from './options.js';
