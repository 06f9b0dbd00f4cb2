import type { LatentKind } from '../../engine/latents/index.js';
import type { Translate } from '../i18n/index.js';

/** The emoji of each latent kind: on cards, and as reactions that pin the kind. */
export const KIND_EMOJI: Readonly<Record<LatentKind, string>> = {
  description: '📝',
  boxes: '📦',
  blobs: '🫧',
  palette: '🎨',
  tokens: '🧩',
};

/** The name of a kind for people. */
export function kindName(t: Translate, kind: LatentKind): string {
  return t('card.kind', { kind });
}

/** Emoji and name, as labels have them. */
export function kindLabel(t: Translate, kind: LatentKind): string {
  return `${KIND_EMOJI[kind]} ${kindName(t, kind)}`;
}
