import { ownValue } from '../../basics/index.js';
import { isGroundColour } from '../../finishes/index.js';
import { BACKDROPS } from '../languages/index.js';
import { senseOf } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { emptyPhrase } from './named.js';

const BACKDROP_WORDS: ReadonlySet<string> = new Set(listed(BACKDROPS));
/** How a picture stands to what is behind all of it. */
const BEHIND_ALL: ReadonlySet<string> = new Set(['on', 'with', 'in', 'in front of', 'and', 'below']);
/** What is a colour right before what only has one, whatever else it is, and which. */
const COLOURED = {
  orange: 'orange',
  peach: 'orange',
  cherry: 'red',
  lemon: 'yellow',
  lime: 'green',
  plum: 'purple',
  olive: 'green',
  rose: 'pink',
};

/**
 * “A panda, **blue background**”, “gato con **fondo rojo**”: a colour that is of no thing but of what is behind all,
 * which pictures leave open: they are laid on a ground of it.
 * @returns how many spans were taken
 */
export function takeBackdrop(g: Gathering, k: number): number {
  const { view } = g;
  const isBackdrop = (at: number) => BACKDROP_WORDS.has(view.at(at)?.key ?? '');
  const colourAt = (at: number) => {
    const span = view.at(at);
    return span && (senseOf(span.senses, 'colour')?.colour ?? ownValue(COLOURED, span.key));
  };
  const isColour = (at: number) => colourAt(at) !== undefined;
  const isBefore = isColour(k) && isBackdrop(k + 1);
  if (!isBefore && !(isBackdrop(k) && isColour(k + 1) && g.table.hasHeadFirst === true)) return 0;
  if (g.open.thing) g.close();
  const { adjectives } = g.open;
  // “Light, blue background”
  const colours = adjectives.isEmpty ? [] : adjectives.takeColours();
  if (g.open.hasStart) g.open = emptyPhrase();
  if (g.standing && BEHIND_ALL.has(g.standing.stand)) g.standing = undefined;
  const colour = colourAt(isBefore ? k : k + 1)!;
  if (isGroundColour(colour)) g.ground = colour;
  else g.leaveOut([...colours, view.said(k, k + 2)].join(' '), 'part');
  return 2;
}
