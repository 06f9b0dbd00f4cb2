import { KaleidoError } from '../engine/basics/index.js';

/** Why the embedded PostgreSQL cannot be used. `detail` is what the system or PostgreSQL says. */
type EmbeddedProblem =
  | { why: 'data_folder' | 'password'; folder: string; detail: string }
  | { why: 'other_user' | 'no_migrations'; folder: string }
  /** @param missingMb megabytes that the disk should have free; 0 where it has them */
  | { why: 'not_made' | 'not_started'; folder: string; detail: string; missingMb: number }
  | { why: 'not_stopped'; folder: string; detail: string }
  | { why: 'no_loader'; path: string }
  | { why: 'not_run' | 'no_link' | 'not_executable'; path: string; detail: string }
  | { why: 'no_platform'; platform: string }
  | { why: 'no_package'; name: string }
  | { why: 'no_user'; user: string }
  | { why: 'closed_folder'; user: string; folder: string };

/** What PostgreSQL, Prisma or the system answered, by its code. */
interface Answered<Why extends string> {
  why: Why;
  code: string;
  detail: string;
}

/** What of the store cannot be used. */
export interface StoreErrors {
  /** The database cannot be started, reached or used. */
  database_unavailable:
    | EmbeddedProblem
    | Answered<'unreachable' | 'refused' | 'no_database' | 'busy' | 'full' | 'starting'>;
  /** The database is not one that this version can work with. */
  database_invalid:
    | Answered<'unmigrated'>
    | { why: 'version'; folder: string; version: string; ours: string }
    | { why: 'newer' | 'unfinished' | 'changed'; migration: string }
    | { why: 'not_applied'; migration: string; detail: string };
  /** The folder or bucket of pictures cannot be read or written. */
  blobs_unavailable:
    | { why: 'folder'; folder: string; detail: string }
    | { why: 'bucket'; bucket: string; detail: string };
}

/** A database or place of pictures that cannot be used, for the host to mend. */
export class StoreError extends KaleidoError<StoreErrors> {}
