import { LATENT_KINDS } from '../../engine/latents/index.js';
import { partOf } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent, requireLatent } from '../grids/index.js';

import { imagine } from './imagine.js';

/**
 * A new grid that keeps latents of a cell; all of them when no kind is named, and the prompt too when none is given.
 */
export function useLatentsUseCase(deps: CoreDeps): Pick<Core, 'useLatents'> {
  return {
    async useLatents(actor, id, cell, kinds, input, origin) {
      const parent = await findParent(deps, actor, id);
      const source = cellOf(parent, cell);
      for (const kind of kinds) requireLatent(source, kind);
      const { latents, lost } = partOf(source, kinds.length === 0 ? LATENT_KINDS : kinds);
      const prompt = input.prompt.trim() === '' ? (source.prompt ?? parent.prompt) : input.prompt;
      // Visual tokens are of a picture; what was recalled for it goes with them.
      const draft = latents.tokens === undefined ? null : source.draft;
      return imagine(deps, actor, { ...input, prompt }, origin, { parent, latents, lost, draft });
    },
  };
}
