import { guard } from './access/guarded-store.js';
import { artworksOf } from './artworks.js';
import { auditUseCases } from './audit.js';
import { cancelUseCase } from './cancel.js';
import { codeUseCases } from './code.js';
import type { Core } from './core.js';
import { deleteUseCase } from './delete.js';
import { pictureUseCases } from './deliver/picture.js';
import type { CoreDeps } from './deps.js';
import { editUseCase } from './edit.js';
import { historyUseCases } from './history.js';
import { imagineUseCase } from './imagine.js';
import { showUseCase } from './info/show.js';
import { markUseCase } from './mark.js';
import { pinUseCases } from './pin.js';
import { paintUseCase } from './plan/paint.js';
import { policyUseCases } from './policy.js';
import type { Store } from './ports.js';
import { quotaAdminUseCases } from './quota-admin.js';
import { quotaReportUseCase } from './quota-report.js';
import { rerollUseCases } from './reroll.js';
import { retryUseCase } from './retry.js';
import { savedPinUseCases } from './saved-pins.js';
import { settingsUseCases } from './settings.js';
import { spliceUseCase } from './splice.js';
import { statusUseCase } from './status.js';
import { thingsUseCases } from './things.js';
import { useLatentsUseCase } from './use-latents.js';
import { variationsUseCase } from './variations.js';
import { voteRerollUseCase } from './vote-reroll.js';

/** All use cases, over one store, queue, blob store and bundle. They keep nothing in memory between calls. */
export function createCore({ store, ...parts }: Omit<CoreDeps, 'store'> & { store: Store }): Core {
  const deps: CoreDeps = { ...parts, store: guard(store) };
  const rerolls = rerollUseCases(deps);
  return {
    ...imagineUseCase(deps),
    ...rerolls,
    ...voteRerollUseCase(deps, rerolls),
    ...editUseCase(deps),
    ...spliceUseCase(deps),
    ...variationsUseCase(deps),
    ...paintUseCase(deps),
    ...retryUseCase(deps),
    ...useLatentsUseCase(deps),
    ...pinUseCases(deps),
    ...markUseCase(deps),
    ...showUseCase(deps),
    ...historyUseCases(deps),
    ...codeUseCases(deps),
    ...pictureUseCases(deps),
    ...cancelUseCase(deps),
    ...deleteUseCase(deps),
    ...savedPinUseCases(deps),
    ...settingsUseCases(deps),
    ...quotaReportUseCase(deps),
    ...quotaAdminUseCases(deps),
    ...policyUseCases(deps),
    ...auditUseCases(deps),
    ...statusUseCase(deps),
    ...thingsUseCases(deps),
    artworks: ({ draft }) => artworksOf(draft, deps.model.manifest),
    pictureSide: () => deps.model.manifest.image.size,
  };
}
