import type { Gathering } from './gathering.js';

/** What is called cute where people talk of stickers. */
const CUTE =
  /^(?:cute|cutest|kawaii|chibi|adorable|adorbs|niedlich\w*|süße?[rsn]?|mignon(?:ne)?s?|tiern[oa]s?|carin[oaie]|fof[oa]s?|schattige?|söta?|милы[йе]|милая|かわいい|可愛い|可爱|可愛|귀여운)$/;

/** “A **cute** toaster” has a happy face, as it has none of its own; what has one is cute as it is. */
export function settleCute(g: Gathering): void {
  const [first, ...others] = g.named;
  const isFirst = others.every(({ stand, isTurned }) => stand !== undefined && stand !== 'and' && !isTurned);
  if (!first || !isFirst || first.adjectives.moods.length > 0) return;
  if (!g.view.spans.some(({ key }) => CUTE.test(key))) return;
  first.adjectives.addMood({ word: 'happy', said: '', moods: ['happy', 'smiling', 'grinning'], isForBare: true });
}
