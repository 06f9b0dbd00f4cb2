import { type LatentKind, type Latents, leftByEdit, parsePin, pickKinds } from '../../engine/latents/index.js';
import { type Given, newCell, onlyCell, pinsHeld, withChosen } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent, requireLatent } from '../grids/index.js';

import type { Cell, CellTask } from '../types.js';
import { askForChild, kindsToUse, planOr } from './child.js';

/**
 * A latent as a person wrote it. That cell alone changes, and of it only what must: artwork and noise stay. The edited
 * kind is pinned for that cell in the next grid, where the cell is no longer kept whole.
 */
export function editUseCase(deps: CoreDeps): Pick<Core, 'edit'> {
  return {
    async edit(actor, id, cell, kind, text, origin) {
      const parent = await findParent(deps, actor, id);
      const edited = cellOf(parent, cell);
      requireLatent(edited, kind);
      const written = parsePin(`${kind}=${text}`, deps.model);
      const tasks = () => onlyCell(parent, edited.index, editTask(edited, kind, written, kindsToUse(deps, parent)));
      const pins = pinsHeld(parent, await deps.store.generations.pins(parent));
      return askForChild(
        deps,
        actor,
        parent,
        { origin: planOr(parent, 'edit'), tasks, pins: withChosen(pins, edited.index, [kind]) },
        origin,
      );
    },
  };
}

function editTask(cell: Cell, kind: LatentKind, written: Latents, kinds: readonly LatentKind[]): CellTask {
  const { latents, origins, seed, lost, draft, prompt } = cell;
  // A draft says by itself what it shows, where and in which colours; only what somebody chose binds it.
  const left = leftByEdit(kind).filter((one) => draft === null || kind === 'tokens' || isChosen(cell, one));
  const given = { ...pickKinds(latents, left), ...written };
  const what: Given = {
    latents: given,
    origins: { ...Object.fromEntries(left.map((one) => [one, origins[one] ?? 'kept'])), [kind]: 'edited' },
    lost: lost.filter((one) => given[one.kind] === undefined),
    draft,
    prompt,
  };
  return { ...newCell(what, kinds, seed), seed };
}

/** Whether a person chose the value, in this grid or an earlier one. */
function isChosen({ origins, draft }: Cell, kind: LatentKind): boolean {
  const isOfDraft = (kind === 'boxes' || kind === 'blobs' || kind === 'palette') && draft?.[kind] !== undefined;
  return isOfDraft || origins[kind] === 'edited' || origins[kind] === 'pinned';
}
