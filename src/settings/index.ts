export { parseEnvFile } from './env-file.js';
export { SettingError } from './errors.js';
export { type Config, isForBots, looksLikeOurs, NO_FILE, SETTINGS } from './settings.js';
