import type { Generation, Pin } from '../../core/index.js';
import { kindsOf, pinKindMenu } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type Block, type MessageReply, message } from '../replies/index.js';

import { latentLines } from './latent-lines.js';

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
