import { CoreError } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

const PREFIX = 'mark:';
/** Characters; the longest emoji sequences have some twenty. */
const LONGEST_EMOJI = 40;

/** The emoji that people put on a grid, remembered because some mean something only together. */
export function markUseCase(deps: CoreDeps): Pick<Core, 'mark'> {
  const { generations } = deps.store;
  return {
    async mark(actor, id, emoji, isOn) {
      const generation = await generations.open(actor, id, 'vote');
      if (emoji === '' || emoji.length > LONGEST_EMOJI) {
        throw new CoreError('bad_value', { option: 'emoji', why: 'not_emoji' });
      }
      await generations.vote(generation, `${PREFIX}${emoji}`, actor.userId, isOn);
      const votes = await generations.votesOf(generation, actor.userId);
      return votes.filter((action) => action.startsWith(PREFIX)).map((action) => action.slice(PREFIX.length));
    },
  };
}
