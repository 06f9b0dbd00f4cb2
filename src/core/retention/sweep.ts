import type { Store } from '../ports.js';
import { removeFiles } from './files.js';
import { type ForgetDeps, forgetPerson, forgetSpace } from './forget.js';

const DAY_MS = 24 * 3_600_000;
/** Grids at a time. */
const PAGE = 50;
/** The quota day of a grid is over in every time zone, and nothing of it is counted any more. */
const PURGED_AFTER_MS = 3 * DAY_MS;
/** Files that were noted just now are being removed by whoever noted them. */
const UNWANTED_AFTER_MS = 10 * 60_000;
const MOST_FILES = 1000;
/** A space that the bot comes back to before then finds all as it was. */
const LEFT_AFTER_MS = 30 * DAY_MS;

/** What a sweep works with. */
interface RetentionDeps extends ForgetDeps {
  store: Pick<Store, 'retention' | 'time'>;
  /** Days that the host keeps grids for; null for ever. */
  keepDays: number | null;
}

/**
 * Lets go of all that is kept no longer: of people who want to be forgotten, of spaces that the bot has left, of grids
 * whose time is over, of files that nothing shows. It is the database's time that counts: a host's clock that runs
 * ahead deletes nothing. Any number of processes may do it at once.
 */
export async function sweep(deps: RetentionDeps): Promise<void> {
  const { store, keepDays } = deps;
  const { retention } = store;
  const now = await store.time();
  for (const person of await retention.toForget()) await forgetPerson(deps, person, now);
  const spaces = await retention.leftSpaces(new Date(now.getTime() - LEFT_AFTER_MS));
  for (const space of spaces) await forgetSpace(deps, space, now);
  for (let isLeft = true; isLeft; ) {
    const { keys, count } = await retention.expire(keepDays, PAGE, now);
    await removeFiles(deps, keys);
    isLeft = count > 0;
  }
  await retention.purge(new Date(now.getTime() - PURGED_AFTER_MS));
  await removeFiles(deps, await retention.unwanted(new Date(now.getTime() - UNWANTED_AFTER_MS), MOST_FILES));
}
