export { chooseProviders, tryPainting } from './choose-providers.js';
export { createEngine, type EngineOptions } from './engine.js';
