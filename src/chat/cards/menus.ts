import type { Cell, Generation, Pin } from '../../core/index.js';
import { formatLatent, LATENT_KINDS, type LatentKind, presentKinds } from '../../engine/latents/index.js';
import type { Translate } from '../i18n/index.js';
import { KIND_LOOKS, kindName, shorten } from '../text/index.js';

import { formatActionId } from './action-id.js';
import type { SelectAction, SelectOption } from './card.js';
import { formatPinCode, isSamePin } from './pin-code.js';

/** Options of a menu, on every platform. */
const MOST_OPTIONS = 25;
/** Slack's limit for labels of options (docs.slack.dev, option object). */
const MAX_LABEL = 75;

/** The kinds that any cell has, in canonical order. */
export function kindsOf({ cells }: Pick<Generation, 'cells'>): LatentKind[] {
  return LATENT_KINDS.filter((kind) => cells.some(({ latents }) => latents[kind] !== undefined));
}

/**
 * What the next reroll keeps: whole cells, and kinds of which each cell keeps its own. A kind of one cell for all is
 * chosen in the panel of latents, for want of room here; one that is pinned is listed, so that it can be taken out.
 */
export function pinMenu(generation: Generation, pins: readonly Pin[], t: Translate): SelectAction {
  const { id, cells } = generation;
  const things: Pin[] = [
    // A grid of one that stays as it is has nothing left to reroll.
    ...(cells.length > 1 ? cells.map(({ index }): Pin => ({ cell: index, kind: null })) : []),
    ...kindsOf(generation).map((kind): Pin => ({ cell: null, kind })),
    ...pins.filter(({ cell, kind }) => cell !== null && kind !== null),
  ];
  const options = things.slice(0, MOST_OPTIONS).map((thing) => pinOption(thing, pins, t));
  return {
    type: 'select',
    id: formatActionId('pins', id),
    placeholder: t('action.pins'),
    options,
    min: 0,
    max: options.length,
  };
}

function pinOption(thing: Pin, pins: readonly Pin[], t: Translate): SelectOption {
  const isChosen = pins.some((pin) => isSamePin(pin, thing));
  const option = { value: formatPinCode(thing), isChosen };
  const { cell, kind, isLocal } = thing;
  if (kind === null) return { ...option, label: t('action.pins.cell', { cell: (cell ?? 0) + 1 }), emoji: '📌' };
  const name = kindName(t, kind);
  const key = isLocal ? 'action.pins.cell_own' : 'action.pins.cell_kind';
  const label = cell === null ? t('action.pins.kind', { kind: name }) : t(key, { kind: name, cell: cell + 1 });
  return { ...option, label: shorten(label, MAX_LABEL), emoji: KIND_LOOKS[kind].emoji };
}

/** One kind of one cell for all: at most one option is chosen. */
export function pinKindMenu(
  generation: Generation,
  kind: LatentKind,
  pins: readonly Pin[],
  t: Translate,
): SelectAction {
  return {
    type: 'select',
    id: formatActionId('pin-kind', generation.id, kind),
    placeholder: `${KIND_LOOKS[kind].emoji} ${t('action.pin_kind', { kind: kindName(t, kind) })}`,
    options: generation.cells
      .filter(({ latents }) => latents[kind] !== undefined)
      .map((cell) => ({
        value: String(cell.index),
        label: shorten(
          t('action.pin_kind.cell', { cell: cell.index + 1, text: formatLatent(kind, cell.latents) }),
          MAX_LABEL,
        ),
        isChosen: pins.some((pin) => isSamePin(pin, { cell: cell.index, kind })),
      })),
    min: 0,
    max: 1,
  };
}

/** The cell whose panel is wanted. */
export function cellMenu(generation: Generation, t: Translate): SelectAction {
  return cellsMenu('cell', generation, 1, t);
}

/** The plans to paint. */
export function paintMenu(generation: Generation, t: Translate): SelectAction {
  return cellsMenu('paint', generation, generation.cells.length, t);
}

/** A menu of all cells, of which at least one is chosen. */
function cellsMenu(verb: 'cell' | 'paint', { id, cells }: Generation, max: number, t: Translate): SelectAction {
  return {
    type: 'select',
    id: formatActionId(verb, id),
    placeholder: t(`action.${verb}`),
    options: cells.map((cell) => cellOption(cell, t(`action.${verb}.option`, { cell: cell.index + 1 }))),
    min: 1,
    max,
  };
}

/** A cell with the first of its latents in words, so that one knows it in a list. */
function cellOption(cell: Cell, name: string): SelectOption {
  const kind = presentKinds(cell.latents)[0];
  const label = kind === undefined ? name : `${name}: ${formatLatent(kind, cell.latents)}`;
  return { value: String(cell.index), label: shorten(label, MAX_LABEL), isChosen: false };
}
