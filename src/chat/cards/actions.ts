import type { Generation, Pin } from '../../core/index.js';
import type { Translate } from '../i18n/index.js';
import { type ActionVerb, formatActionId } from './action-id.js';
import type { Action, ButtonAction } from './card.js';
import { cellMenu, paintMenu, pinMenu } from './menus.js';
import { packActions } from './pack-actions.js';

/**
 * Discord's limit for buttons in a row (docs/components/reference.mdx); a select takes a whole row, and there are five.
 */
const ROW = 5;
/** Up to so many cells there is a row left for a button of variations each. */
const FEW_CELLS = 4;

/** A button of a generation; its label and emoji are given as people see them. */
export function button(
  verb: ActionVerb,
  generationId: string,
  args: readonly (string | number)[],
  emoji: string,
  label: string,
  style: ButtonAction['style'] = 'secondary',
): ButtonAction {
  return { type: 'button', id: formatActionId(verb, generationId, ...args), label, emoji, style };
}

/** What can be done with a generation as it is now, in at most five rows. */
export function cardActions(generation: Generation, pins: readonly Pin[], t: Translate): Action[][] {
  const { id, status, cells, cancelRequestedAt } = generation;
  const remove = button('delete', id, [], '🗑️', t('action.delete'), 'danger');
  switch (status) {
    case 'queued':
    case 'planning':
    case 'painting':
      return cancelRequestedAt === null ? [[button('cancel', id, [], '✖️', t('action.cancel'), 'danger')]] : [];
    case 'planned': {
      const paintAll = button('paint', id, ['all'], '🖌️', t('action.paint_all', { count: cells.length }), 'primary');
      const latents = button('latents', id, [], '🧬', t('action.latents'));
      return [...(cells.length > 1 ? [[paintMenu(generation, t)]] : []), [paintAll, latents, remove]];
    }
    case 'done':
      return doneActions(generation, pins, t, remove);
    case 'failed':
    case 'cancelled':
      return [[button('retry', id, [], '🔁', t('action.retry'), 'primary'), remove]];
    case 'deleted':
      return [];
  }
}

function doneActions(generation: Generation, pins: readonly Pin[], t: Translate, remove: ButtonAction): Action[][] {
  const { id, cells } = generation;
  if (generation.settings.moods) {
    return packActions(generation, t, {
      button: (verb, emoji, label, isFirst) => button(verb, id, [], emoji, label, isFirst ? 'primary' : 'secondary'),
      cells: cellMenu(generation, t),
      remove,
    });
  }
  if (generation.origin === 'upscale') {
    return [[button('deliver', id, [0], '🖼️', t('action.deliver'), 'primary'), remove], [cellMenu(generation, t)]];
  }
  const isGrid = cells.length > 1;
  const rerolls = isGrid
    ? cells.map(({ index }) => button('reroll', id, [index], '🔁', t('action.reroll', { cell: index + 1 })))
    : [];
  const rerollAll = button('reroll-all', id, [], '🔁', t('action.reroll_all'), 'primary');
  const variations =
    cells.length <= FEW_CELLS
      ? cells.map(({ index }) =>
          button('variations', id, [index], '🎲', t('action.variations_of', { cell: index + 1 })),
        )
      : [];
  const more = [button('latents', id, [], '🧬', t('action.latents'))];
  if (isGrid) more.push(button('splice', id, [], '🧶', t('action.splice')));
  return [
    ...rowsOf([...rerolls, rerollAll]),
    ...rowsOf(variations),
    [pinMenu(generation, pins, t)],
    [cellMenu(generation, t)],
    [...more, remove],
  ];
}

function rowsOf(buttons: readonly ButtonAction[]): ButtonAction[][] {
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, row) => buttons.slice(row * ROW, (row + 1) * ROW));
}
