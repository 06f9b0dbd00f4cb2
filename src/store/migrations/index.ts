export { migrate, pendingMigrations } from './migrate.js';
