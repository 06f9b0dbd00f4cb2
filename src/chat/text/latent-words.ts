import type { LatentKind } from '../../engine/latents/index.js';
import type { Translate } from '../i18n/index.js';

/** How chat shows a latent kind; what it is called stands in the catalogues (i18n/en/latents.ts). */
interface KindLook {
  /** On cards, and as the reaction that pins the kind. */
  emoji: string;
  /** What platforms that tell a reaction by name call the emoji (Slack's names). */
  emojiNames: readonly [string, ...string[]];
  /** Characters of its line on a card of up to four cells; the panel of latents shows it whole. */
  line: number;
  /** Among the kinds on a card of few lines: what tells pictures apart at first sight comes first. */
  rank: number;
}

/** A kind that lacks its look is a compile error. */
export const KIND_LOOKS: Readonly<Record<LatentKind, KindLook>> = {
  description: { emoji: '📝', emojiNames: ['memo', 'pencil'], line: 120, rank: 1 },
  boxes: { emoji: '📦', emojiNames: ['package'], line: 90, rank: 3 },
  blobs: { emoji: '🫧', emojiNames: ['bubbles'], line: 70, rank: 4 },
  palette: { emoji: '🎨', emojiNames: ['art'], line: 70, rank: 2 },
  tokens: { emoji: '🧩', emojiNames: ['jigsaw'], line: 32, rank: 5 },
};

/** The name of a kind for people. */
export function kindName(t: Translate, kind: LatentKind): string {
  return t(`kind.${kind}`);
}

/** Emoji and name, as labels have them. */
export function kindLabel(t: Translate, kind: LatentKind): string {
  return `${KIND_LOOKS[kind].emoji} ${kindName(t, kind)}`;
}
