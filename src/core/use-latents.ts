import { presentKinds } from '../engine/latents/kinds.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { cellOf, findFinished, requireLatent } from './find.js';
import { imagine } from './imagine.js';
import { pick } from './tasks/tasks.js';

/** A new grid that keeps latents of a cell; all of them when no kind is named, and the prompt too when none is given. */
export function useLatentsUseCase(deps: CoreDeps): Pick<Core, 'useLatents'> {
  return {
    async useLatents(actor, id, cell, kinds, input, origin) {
      const parent = await findFinished(deps, actor, id);
      const source = cellOf(parent, cell);
      for (const kind of kinds) requireLatent(source, kind);
      const latents = pick(source.latents, kinds.length === 0 ? presentKinds(source.latents) : kinds);
      const prompt = input.prompt.trim() === '' ? parent.prompt : input.prompt;
      return imagine(deps, actor, { ...input, prompt }, origin, { parent, latents });
    },
  };
}
