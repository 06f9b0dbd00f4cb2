import { VERSION } from '../../package-info.js';
import { requireAdmin } from '../access/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

/** How the service is doing, for admins. */
export function statusUseCase({ store, jobs, model, bundleHash, clock }: CoreDeps): Pick<Core, 'status'> {
  return {
    async status(actor) {
      requireAdmin(actor, 'status');
      const [{ waiting, active }, unfinished] = await Promise.all([
        jobs.counts(),
        store.generations.unfinished(clock()),
      ]);
      const last = unfinished.at(-1);
      const { name, version } = model.manifest;
      return {
        version: VERSION,
        // Bot and workers can be compared by it.
        bundle: `${name} ${version} (${bundleHash.slice(0, 8)})`,
        waiting,
        active,
        etaSeconds: last === undefined ? 0 : (await jobs.position(last.id)).etaSeconds,
      };
    },
  };
}
