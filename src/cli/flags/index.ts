export { withDeclaredFlags } from './declared-flags.js';
export { type ModelFlags, resolveConfig, withDataOption, withModelOptions } from './model-flags.js';
export { commaList, intervalOption, realNumberOption, wholeNumberOption } from './options.js';
