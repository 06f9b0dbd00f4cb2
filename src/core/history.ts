import { check, whole } from './check.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { readId } from './ids.js';
import { canSee } from './permissions.js';

const MOST_LISTED = 100;
/** How far back an unfinished request is looked for; nobody has more of them waiting than that. */
const RECENT = 50;

/**
 * Finding what was asked for. One's own: in this space, and in a direct message everywhere. Others': in this channel only,
 * for who may read one channel may not read them all.
 */
export function historyUseCases({ store }: CoreDeps): Pick<Core, 'history' | 'newestUnfinished' | 'findByMessage'> {
  const { generations } = store;
  return {
    async history(actor, { mine, limit, before }) {
      const { platform, userId, spaceId, channelId } = actor;
      const own = spaceId === null ? { userId } : { userId, spaceId };
      const found = await generations.history({
        platform,
        viewerId: userId,
        ...(mine ? own : { spaceId, channelId }),
        limit: check(whole(1, MOST_LISTED), limit, 'limit'),
        ...(before === undefined ? {} : { before: readId(before) }),
      });
      return found.filter((generation) => canSee(actor, generation));
    },

    async newestUnfinished({ platform, userId, spaceId, channelId }) {
      const recent = await generations.history({ platform, userId, spaceId, viewerId: userId, limit: RECENT });
      const waiting = recent.filter(({ finishedAt }) => finishedAt === null);
      return waiting.find((generation) => generation.channelId === channelId) ?? waiting[0] ?? null;
    },

    async findByMessage(actor, message) {
      const generation = await generations.findByMessage(actor.platform, message);
      return generation !== null && canSee(actor, generation) ? generation : null;
    },
  };
}
