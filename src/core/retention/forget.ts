import type { Log } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { BlobStore, Installation, Jobs, RetentionStore } from '../ports.js';
import type { Person } from '../types.js';
import { removeFiles } from './files.js';

/** Grids that are deleted before the files of all of them are. */
const PAGE = 50;

type Space = Pick<Installation, 'platform' | 'spaceId'>;

/** What it takes to forget somebody. */
export interface ForgetDeps {
  store: { retention: RetentionStore };
  jobs: Pick<Jobs, 'cancel'>;
  blobs: Pick<BlobStore, 'delete'>;
  log: Log;
}

/** Forgetting all of a person. */
export function forgetUseCases({ store, jobs, blobs, clock, log }: CoreDeps): Pick<Core, 'keptOf' | 'forget'> {
  return {
    keptOf: (actor) => store.retention.keptOf(actor),

    async forget({ platform, realm, userId }) {
      const person = { platform, realm, userId };
      // What was asked for by a clock that runs ahead is meant, too.
      const askedAt = new Date(Math.max(clock().getTime(), (await store.time()).getTime()));
      const kept = await store.retention.keptOf(person);
      await store.retention.askToForget(person, askedAt);
      await forgetPerson({ store, jobs, blobs, log }, { ...person, askedAt }, clock());
      return kept;
    },
  };
}

/**
 * Deletes a person's grids with their files, and then all else. What a process that ends leaves undone, the next sweep
 * goes on with.
 */
export async function forgetPerson(deps: ForgetDeps, person: Person & { askedAt: Date }, now: Date): Promise<void> {
  const { retention } = deps.store;
  await forgetGrids(deps, () => retention.forgetGrids(person, PAGE, now));
  await removeFiles(deps, await retention.forgetRest(person));
}

/** The same of a space that the bot has left, whose messages are out of reach. */
export async function forgetSpace(deps: ForgetDeps, space: Space, now: Date): Promise<void> {
  const { retention } = deps.store;
  await forgetGrids(deps, () => retention.forgetSpaceGrids(space, PAGE, now));
  await removeFiles(deps, await retention.forgetSpace(space));
}

/** @param page deletes some grids, and tells their ids and files; no ids when there are no more */
async function forgetGrids(deps: ForgetDeps, page: () => Promise<{ ids: string[]; keys: string[] }>): Promise<void> {
  const { jobs, log } = deps;
  for (;;) {
    const { ids, keys } = await page();
    if (ids.length === 0) break;
    for (const generationId of ids) {
      // The queue only saves work: a job of a deleted generation does nothing.
      await jobs
        .cancel(generationId)
        .catch((err: unknown) => log.warn({ err, generationId }, 'the job of a deleted generation stays in the queue'));
    }
    await removeFiles(deps, keys);
  }
}
