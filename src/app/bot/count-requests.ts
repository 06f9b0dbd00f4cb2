import { CoreError } from '../../core/basics/index.js';
import type { Store } from '../../core/index.js';
import type { Metrics } from '../base/index.js';

/** The same store, which counts what it accepts and what a quota refuses. */
export function countRequests(store: Store, { accepted, refused }: Pick<Metrics, 'accepted' | 'refused'>): Store {
  const { generations } = store;
  return {
    ...store,
    generations: {
      ...generations,
      async accept(request, decide, now) {
        try {
          const answer = await generations.accept(request, decide, now);
          if (answer.isNew) accepted.inc({ platform: request.actor.platform, origin: request.origin });
          return answer;
        } catch (error) {
          if (error instanceof CoreError) refused.inc({ code: error.code });
          throw error;
        }
      },
    },
  };
}
