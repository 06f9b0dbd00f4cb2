import type { Cell, Generation, Pin } from '../../core/index.js';
import { EDITABLE_KINDS, formatLatent, presentKinds } from '../../engine/latents/index.js';
import { button, kindsOf, pinKindMenu } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type Block, type MessageReply, message } from '../replies/index.js';
import { KIND_LOOKS, kindName, shorten } from '../text/index.js';

/** All latents of a cell in full, with how each was decided. */
export function latentLines(cell: Cell, t: Translate): Block {
  const items = presentKinds(cell.latents).map((kind) =>
    t('panel.line', {
      emoji: KIND_LOOKS[kind].emoji,
      kind: kindName(t, kind),
      text: formatLatent(kind, cell.latents),
      origin: t('card.latent_origin', { origin: cell.origins[kind] ?? 'sampled' }),
    }),
  );
  return items.length === 0 ? { type: 'text', text: t('panel.no_latents') } : { type: 'list', items };
}

/** Every latent of every cell, and menus to pin one kind of one cell for all. */
export function latentsPanel(generation: Generation, pins: readonly Pin[], t: Translate): MessageReply {
  const { id, cells, status } = generation;
  const blocks = cells.flatMap((cell): Block[] => [
    { type: 'heading', text: t('action.cell.option', { cell: cell.index + 1 }) },
    latentLines(cell, t),
  ]);
  const isPinnable = status === 'done' && cells.length > 1;
  return message(
    [
      { type: 'heading', text: t('panel.latents', { id }) },
      ...(blocks.length === 0 ? [{ type: 'text' as const, text: t('panel.no_latents') }] : blocks),
    ],
    { actions: isPinnable ? kindsOf(generation).map((kind) => [pinKindMenu(generation, kind, pins, t)]) : [] },
  );
}

/**
 * One cell: its latents in full, and everything that can be done with it alone.
 * @param can what what painted it can, as well
 */
export function cellPanel(
  { id }: Generation,
  cell: Cell,
  t: Translate,
  { isUpscalable }: { isUpscalable: boolean },
): MessageReply {
  const { index, latents } = cell;
  const edits = EDITABLE_KINDS.filter((kind) => latents[kind] !== undefined).map((kind) =>
    button('edit', id, [index, kind], KIND_LOOKS[kind].emoji, t('action.edit_kind', { kind: kindName(t, kind) })),
  );
  return message([{ type: 'heading', text: t('panel.cell', { cell: index + 1, id }) }, latentLines(cell, t)], {
    actions: [
      [
        button('variations', id, [index], '🎲', t('action.variations'), 'primary'),
        button('deliver', id, [index], '🖼️', t('action.deliver')),
        button('emoji', id, [index], '😀', t('action.emoji')),
        button('sticker', id, [index], '🏷️', t('action.sticker')),
        button('code', id, [index], '🔑', t('action.code')),
      ],
      [...edits, button('save-pin', id, [index], '💾', t('action.save_pin'))],
      ...(isUpscalable ? [[button('upscale', id, [index], '🔍', t('action.upscale'))]] : []),
    ],
  });
}

const MAX_PROMPT = 200;

/**
 * Whether a grid is really to be deleted: nothing brings it back. The question is asked in the button's id, and
 * outlives every process.
 */
export function deletePanel({ id, prompt }: Generation, t: Translate): MessageReply {
  return message([{ type: 'text', text: t('notice.delete_sure', { id, prompt: shorten(prompt, MAX_PROMPT) }) }], {
    actions: [[button('delete-now', id, [], '🗑️', t('action.delete_now'), 'danger')]],
  });
}
