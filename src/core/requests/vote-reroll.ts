import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, requireFinished } from '../grids/index.js';
import { policyOf } from '../policy/index.js';

/**
 * Rerolls by reaction. The requester's, or a moderator's, is enough. Others vote: each time that as many have voted as
 * the policy asks for, there is one reroll, charged to the one whose vote made it so. The reroll's key names the
 * generation and the round, so that votes at the same moment, or taken back and given again, make one.
 */
export function voteRerollUseCase(
  deps: CoreDeps,
  { rerollAll, rerollCell }: Pick<Core, 'rerollAll' | 'rerollCell'>,
): Pick<Core, 'voteReroll'> {
  return {
    async voteReroll(actor, id, cell, isFor, origin) {
      const { generations } = deps.store;
      const generation = await generations.open(actor, id, 'vote');
      const { rerollVotes: needed } = await policyOf(deps, actor);
      const action = `reroll:${cell ?? 'all'}`;
      const reroll = (idempotencyKey: string | null) => {
        const where = { ...origin, idempotencyKey };
        return cell === null ? rerollAll(actor, id, where) : rerollCell(actor, id, cell, where);
      };

      if (!isFor) {
        const votes = await generations.vote(generation, action, actor.userId, false);
        return { votes, needed, accepted: null };
      }
      requireFinished(generation);
      if (cell !== null) cellOf(generation, cell);
      if (await generations.mayDo(actor, generation, 'pin'))
        return { votes: needed, needed, accepted: await reroll(origin.idempotencyKey) };

      const votes = await generations.vote(generation, action, actor.userId, true);
      const round = Math.floor(votes / needed);
      if (round === 0) return { votes, needed, accepted: null };
      const accepted = await reroll(`${generation.id}/${action}/${round}`);
      return { votes, needed, accepted: accepted.isNew ? accepted : null };
    },
  };
}
