import { guard } from './access/index.js';
import { artworksOf } from './contents/index.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import {
  cancelUseCase,
  codeUseCases,
  deleteUseCase,
  historyUseCases,
  markUseCase,
  packUseCases,
  pictureUseCases,
  pinUseCases,
  savedPinUseCases,
  showUseCase,
} from './grids/index.js';

import { describeUseCase, pictureBlockUseCases, savedThingUseCases } from './own/index.js';
import { aboutUseCase, auditUseCases, policyUseCases, settingsUseCases, statusUseCase } from './policy/index.js';

import type { Store } from './ports.js';
import { quotaAdminUseCases, quotaReportUseCase } from './quota/index.js';
import {
  editUseCase,
  imagineUseCase,
  paintUseCase,
  rerollUseCases,
  retryUseCase,
  spliceUseCase,
  upscaleUseCases,
  useLatentsUseCase,
  variationsUseCase,
  voteRerollUseCase,
} from './requests/index.js';
import { forgetUseCases } from './retention/index.js';

import { thingsUseCases } from './things/index.js';

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
    ...upscaleUseCases(deps),
    ...paintUseCase(deps),
    ...retryUseCase(deps),
    ...useLatentsUseCase(deps),
    ...pinUseCases(deps),
    ...markUseCase(deps),
    ...showUseCase(deps),
    ...historyUseCases(deps),
    ...codeUseCases(deps),
    ...pictureUseCases(deps),
    ...packUseCases(deps),
    ...cancelUseCase(deps),
    ...deleteUseCase(deps),
    ...forgetUseCases(deps),
    ...savedPinUseCases(deps),
    ...savedThingUseCases(deps),
    ...pictureBlockUseCases(deps),
    ...describeUseCase(deps),
    ...settingsUseCases(deps),
    ...quotaReportUseCase(deps),
    ...quotaAdminUseCases(deps),
    ...policyUseCases(deps),
    ...auditUseCases(deps),
    ...statusUseCase(deps),
    ...aboutUseCase(deps),
    ...thingsUseCases(deps),
    artworks: ({ draft }) => artworksOf(draft, deps.model.manifest),
    pictureSide: () => deps.model.manifest.image.size,
  };
}
