import { guard } from './access/guarded-store.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { artworksOf } from './grids/artworks.js';
import { cancelUseCase } from './grids/cancel.js';
import { codeUseCases } from './grids/code.js';
import { deleteUseCase } from './grids/delete.js';
import { historyUseCases } from './grids/history.js';
import { markUseCase } from './grids/mark.js';
import { pictureUseCases } from './grids/picture.js';
import { pinUseCases } from './grids/pins.js';
import { savedPinUseCases } from './grids/saved-pins.js';
import { showUseCase } from './grids/show.js';
import { auditUseCases } from './policy/audit.js';
import { policyUseCases } from './policy/policy.js';
import { statusUseCase } from './policy/status.js';
import { settingsUseCases } from './policy/user-settings.js';
import type { Store } from './ports.js';
import { quotaAdminUseCases } from './quota/admin.js';
import { quotaReportUseCase } from './quota/report.js';
import { editUseCase } from './requests/edit.js';
import { imagineUseCase } from './requests/imagine.js';
import { paintUseCase } from './requests/paint.js';
import { rerollUseCases } from './requests/reroll.js';
import { retryUseCase } from './requests/retry.js';
import { spliceUseCase } from './requests/splice.js';
import { useLatentsUseCase } from './requests/use-latents.js';
import { variationsUseCase } from './requests/variations.js';
import { voteRerollUseCase } from './requests/vote-reroll.js';
import { thingsUseCases } from './things/things.js';

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
