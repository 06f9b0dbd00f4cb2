import { whole } from '../../engine/schemas/index.js';
import { check, readId } from '../basics/index.js';

import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

const MOST_LISTED = 100;
/** How far back an unfinished request is looked for; nobody has more of them waiting than that. */
const RECENT = 50;

/**
 * Finding what was asked for. One's own: in this space, and in a direct message everywhere. Others': in this very
 * conversation only, for who may read a channel may not read its private threads.
 */
export function historyUseCases({ store }: CoreDeps): Pick<Core, 'history' | 'newestUnfinished' | 'findByMessage'> {
  const { generations } = store;
  return {
    async history(actor, { mine, limit, before }) {
      const { place, spaceId, conversationId } = actor;
      const own = place === 'direct' ? {} : { spaceId };
      return generations.history(actor, {
        isOwn: mine,
        ...(mine ? own : { spaceId, conversationId }),
        limit: check(whole({ min: 1, max: MOST_LISTED }), limit, 'limit'),
        ...(before === undefined ? {} : { before: readId(before) }),
      });
    },

    async newestUnfinished(actor) {
      const { spaceId, conversationId } = actor;
      const recent = await generations.history(actor, { isOwn: true, spaceId, limit: RECENT });
      const waiting = recent.filter(({ finishedAt }) => finishedAt === null);
      return waiting.find((generation) => generation.conversationId === conversationId) ?? waiting[0] ?? null;
    },

    findByMessage: (actor, message) => generations.openShown(actor, message),
  };
}

/** A generation with all that is known of it: parameters, seed, lineage, latents, and what goes before it. */
export function showUseCase(deps: CoreDeps): Pick<Core, 'show' | 'queuePosition'> {
  const { generations } = deps.store;
  return {
    show: (actor, id) => generations.open(actor, id, 'see'),
    async queuePosition(actor, id) {
      const { status } = await generations.open(actor, id, 'see');
      return status === 'queued' ? deps.jobs.position(id) : null;
    },
  };
}
