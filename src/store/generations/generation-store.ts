import type { GenerationStore } from '../../core/index.js';
import type { Database } from '../database.js';
import { accept } from './accept.js';
import { leavingRepository } from './leaving.js';
import { pinRepository } from './pins.js';
import { readingRepository } from './reading.js';
import { workRepository } from './work.js';

export function createGenerationStore(db: Database, onWarning: (message: string) => void): GenerationStore {
  return {
    accept: (request, decide, now) => accept(db, request, decide, now),
    ...readingRepository(db, onWarning),
    ...workRepository(db),
    ...leavingRepository(db),
    ...pinRepository(db),
  };
}
