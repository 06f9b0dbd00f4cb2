import { BACKDROPS } from '../languages/index.js';
import { senseOf } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { emptyPhrase } from './named.js';

const BACKDROP_WORDS: ReadonlySet<string> = new Set(listed(BACKDROPS));
/** How a picture stands to what is behind all of it. */
const BEHIND_ALL: ReadonlySet<string> = new Set(['on', 'with', 'in', 'in front of', 'and', 'below']);
/** A fruit is a colour right before what only has one. */
const COLOURED: ReadonlySet<string> = new Set(['orange', 'peach', 'cherry', 'lemon', 'lime', 'plum', 'olive', 'rose']);

/**
 * “A panda, **blue background**”, “gato con **fondo rojo**”: a colour that is of no thing but of what is behind all,
 * which pictures leave open.
 * @returns how many spans were taken
 */
export function takeBackdrop(g: Gathering, k: number): number {
  const { view } = g;
  const isBackdrop = (at: number) => BACKDROP_WORDS.has(view.at(at)?.key ?? '');
  const isColour = (at: number) => {
    const span = view.at(at);
    return span !== undefined && (senseOf(span.senses, 'colour') !== undefined || COLOURED.has(span.key));
  };
  const isBefore = isColour(k) && isBackdrop(k + 1);
  if (!isBefore && !(isBackdrop(k) && isColour(k + 1) && g.table.hasHeadFirst === true)) return 0;
  if (g.open.thing) g.close();
  const { adjectives } = g.open;
  // “Light, blue background”
  const colours = adjectives.isEmpty ? [] : adjectives.takeColours();
  if (g.open.hasStart) g.open = emptyPhrase();
  if (g.standing && BEHIND_ALL.has(g.standing.stand)) g.standing = undefined;
  g.leaveOut([...colours, view.said(k, k + 2)].join(' '), 'part');
  return 2;
}
