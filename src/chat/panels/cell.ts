import type { Cell, Generation } from '../../core/index.js';
import { EDITABLE_KINDS } from '../../engine/latents/index.js';
import { button } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type MessageReply, message } from '../replies/index.js';

import { KIND_LOOKS, kindName } from '../text/index.js';

import { latentLines } from './latent-lines.js';

/** One cell: its latents in full, and everything that can be done with it alone. */
export function cellPanel({ id }: Generation, cell: Cell, t: Translate): MessageReply {
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
    ],
  });
}
