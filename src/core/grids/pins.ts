import { CoreError } from '../basics/index.js';
import { hasLost } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { Generation, Pin } from '../types.js';
import { cellOf, requireFinished, requireLatent, usable } from './find.js';

/**
 * What of a grid is kept in its next reroll. All who see the grid see its pins; its requester and moderators set them.
 */
export function pinUseCases(deps: CoreDeps): Pick<Core, 'pins' | 'pin' | 'unpin'> {
  const { generations } = deps.store;
  return {
    async pins(actor, id) {
      return generations.pins(await generations.open(actor, id, 'see'));
    },

    async pin(actor, id, pin) {
      const generation = await generations.open(actor, id, 'pin');
      requireFinished(generation);
      requirePinnable(usable(generation, deps), pin);
      return generations.pin(generation, pin, actor);
    },

    async unpin(actor, id, pin) {
      const generation = await generations.open(actor, id, 'pin');
      return generations.unpin(generation, pin);
    },
  };
}

function requirePinnable(generation: Generation, { cell, kind }: Pin): void {
  if (cell === null && kind === null) throw new CoreError('bad_value', { option: 'pin', why: 'no_cell_or_kind' });
  const cells = cell === null ? generation.cells : [cellOf(generation, cell)];
  if (kind === null) return;
  if (cell !== null) requireLatent(cellOf(generation, cell), kind);
  else if (cells.every(({ latents }) => latents[kind] === undefined)) {
    const code = cells.some((one) => hasLost(one, kind)) ? 'latent_of_another_model' : 'latent_missing';
    throw new CoreError(code, { kind });
  }
}
