import type { Cell } from '../../core/index.js';
import { formatLatent, presentKinds } from '../../engine/latents/index.js';
import type { Translate } from '../i18n/index.js';
import type { Block } from '../replies/index.js';
import { KIND_LOOKS, kindName } from '../text/index.js';

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
