import { LICENCE, VERSION } from '../../package-info.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { policyOf } from './policy.js';

/** What anybody may know of the service. */
export function aboutUseCase(deps: CoreDeps): Pick<Core, 'about'> {
  const { name, version, licence, attribution } = deps.model.manifest;
  return {
    async about(actor) {
      const { keepDays, ownPictures } = await policyOf(deps, actor);
      const days = [keepDays, deps.defaults.policy.keepDays].filter((set) => set > 0);
      return {
        version: VERSION,
        licence: LICENCE,
        model: { name: `${name} ${version}`, licence },
        artwork: attribution.map((set) => ({ set: set.name, author: set.author, licence: set.licence })),
        keepDays: days.length === 0 ? null : Math.min(...days),
        ownPictures,
      };
    },
  };
}
