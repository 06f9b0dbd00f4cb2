import { VERSION } from '../../package-info.js';
import { requireAdmin } from '../access/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

/** How the service is doing, for admins. */
export function statusUseCase({
  store,
  jobs,
  model,
  bundleHash,
  clock,
  painters = [],
}: CoreDeps): Pick<Core, 'status'> {
  return {
    async status(actor) {
      requireAdmin(actor, 'status');
      const [{ waiting, active }, unfinished, said] = await Promise.all([
        jobs.counts(),
        store.generations.unfinished(clock()),
        painters.length === 0 ? [] : store.painters.said(painters),
      ]);
      const last = unfinished.at(-1);
      const { name, version, licence } = model.manifest;
      return {
        version: VERSION,
        // Bot and workers can be compared by it.
        bundle: `${name} ${version} (${bundleHash.slice(0, 8)})`,
        licence,
        painters: painters.map((one) => said.find((note) => note.name === one) ?? { name: one }),
        waiting,
        active,
        etaSeconds: last === undefined ? 0 : (await jobs.position(last.id)).etaSeconds,
      };
    },
  };
}
