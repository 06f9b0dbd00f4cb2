import type { RetentionStore } from '../../core/index.js';
import type { Database } from '../database.js';
import { expiryRepository } from './expiry.js';
import { peopleRepository } from './people.js';
import { spacesRepository } from './spaces.js';
import { unwantedRepository } from './unwanted.js';

/** What is kept no longer. */
export function createRetentionStore(db: Database): RetentionStore {
  return { ...peopleRepository(db), ...expiryRepository(db), ...spacesRepository(db), ...unwantedRepository(db) };
}
