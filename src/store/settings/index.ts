export { createSettingsStore } from './repository.js';
