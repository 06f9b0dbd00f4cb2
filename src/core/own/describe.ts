import type { PictureDescription } from '../../engine/describe/index.js';
import { encodePng, takePicture } from '../../images/index.js';
import { CoreError, withoutUndefined } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { findBlocked, resolveBlocklist } from '../policy/blocklist/index.js';
import { policyOf } from '../policy/index.js';
import { requireNotBlocked } from './blocked.js';
import { requireOwnPictures } from './policy.js';

/** What a picture that somebody brings shows, where that is allowed. */
export function describeUseCase(deps: CoreDeps): Pick<Core, 'describe'> {
  return {
    async describe(actor, bytes) {
      const policy = await policyOf(deps, actor);
      if (!policy.isEnabled) throw new CoreError('disabled_here');
      requireOwnPictures(policy, actor);
      await requireNotBlocked(deps, actor, bytes);
      const found = await deps.jobs.describe(await encodePng(await takePicture(bytes)));
      if (found === null) throw new CoreError('picture_not_looked_at');
      return withoutBlocked(found, resolveBlocklist(policy));
    },
  };
}

/** What is blocked is not named, as what nobody is sure of is not. */
function withoutBlocked({ told, ...seen }: PictureDescription, blocklist: readonly string[]): PictureDescription {
  const isAllowed = (words = '') => findBlocked(words, blocklist) === null;
  const found = { ...seen, ...(told === undefined || !isAllowed(told.words) ? {} : { told }) };
  const { sureness, colours, latents } = found;
  const others = found.others.filter(isAllowed);
  const likest = found.likest.filter(isAllowed);
  if (isAllowed(found.prompt) && isAllowed(found.thing?.display)) return { ...found, others, likest };
  const { description: _, boxes = [], ...rest } = latents;
  const unnamed = boxes.map((box) => ({ ...box, label: '' }));
  const words = withoutUndefined({ told: found.told, isUntold: found.isUntold });
  return { sureness, others: [], likest, colours, latents: { ...rest, boxes: unnamed }, ...words };
}
