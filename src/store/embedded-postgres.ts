export { startEmbeddedPostgres } from './embedded/index.js';
