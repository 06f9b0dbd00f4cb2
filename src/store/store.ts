import { z } from 'zod';
import type { Store } from '../core/index.js';
import { createAuditStore } from './audit.js';
import { connectDatabase } from './database.js';
import { explaining, toDatabaseError } from './database-error.js';
import { createDeliveryStore } from './deliveries.js';
import { createEventStore } from './events.js';
import { createGenerationStore } from './generations/index.js';
import { createInstallationStore } from './installations.js';
import { createLateUploadStore } from './late-uploads.js';
import { createOwedAnswerStore } from './owed-answers.js';
import { createPainterStore } from './painters.js';
import { createPictureBlockStore } from './picture-blocks.js';
import { createQuotaStore } from './quota/index.js';
import { createRetentionStore } from './retention/index.js';
import { createSettingsStore } from './settings/index.js';
import { createThingStore } from './things.js';

export interface StoreOptions {
  /** Connections at most; default 10. */
  poolSize?: number;
  /** Told of broken connections, which are replaced, and of rows that this version cannot read. */
  onWarning: (message: string) => void;
}

/**
 * The store in a PostgreSQL database that `migrate` has brought up to date. Connects when it is first used.
 *
 * Its methods reject with KaleidoError `database_unavailable` when the database cannot be reached, and
 * `database_invalid` when it lacks this version's tables.
 */
export function createStore(databaseUrl: string, { poolSize = 10, onWarning }: StoreOptions): Store {
  const db = connectDatabase(databaseUrl, { poolSize, onWarning });
  return {
    generations: explaining(createGenerationStore(db, onWarning)),
    deliveries: explaining(createDeliveryStore(db)),
    quotas: explaining(createQuotaStore(db)),
    settings: explaining(createSettingsStore(db, onWarning)),
    things: explaining(createThingStore(db)),
    installations: explaining(createInstallationStore(db)),
    lateUploads: explaining(createLateUploadStore(db)),
    owedAnswers: explaining(createOwedAnswerStore(db)),
    pictureBlocks: explaining(createPictureBlockStore(db)),
    painters: explaining(createPainterStore(db)),
    retention: explaining(createRetentionStore(db)),
    audit: explaining(createAuditStore(db)),
    events: explaining(createEventStore(db)),
    async time() {
      const rows = await db.$queryRaw`SELECT clock_timestamp() AS now`.catch((error: unknown) => {
        throw toDatabaseError(error);
      });
      return z.tuple([z.object({ now: z.date() })]).parse(rows)[0].now;
    },
    async ping() {
      await db.generation.findFirst({ select: { id: true } }).catch((error: unknown) => {
        throw toDatabaseError(error);
      });
    },
    close: () => db.$disconnect(),
  };
}
