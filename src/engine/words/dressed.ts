import { ownValue } from '../basics/index.js';
import { wornAt } from '../manifest/index.js';
import { wornInstead } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import { type Named, plainNamed, type WornAs } from './gather/index.js';
import { mostNamed } from './kept-things.js';
import { WORN_INSTEAD } from './languages/index.js';
import type { ReadingNote } from './prompt-reading.js';
import { RANK } from './sense.js';
import { type EnclosingOf, INVERSE, type Stood } from './stand-between.js';
import { listed } from './vocabularies.js';

const WEARING = 'wearing';

/**
 * What somebody is dressed in becomes things that they wear, as long as there is room for these; else it is told. Who
 * wears something comes first, or stands beside the first.
 */
export function dressed(
  named: readonly Named[],
  relations: readonly string[],
  { manifest }: Pick<BundleWords, 'manifest'>,
  notes: ReadingNote[],
): Pick<Stood, 'named' | 'relations'> {
  const at = named.findIndex(({ outfit }) => outfit !== undefined);
  const wearer = named[at];
  if (!wearer?.outfit) return { named, relations };
  const { worn, said } = wearer.outfit;
  const isThere = (name: string) => named.some(({ sense }) => sense.names.includes(name));
  // Who is named first is dressed among others, too.
  const isAmong = at === 0 && named.length >= manifest.limits.objects;
  const most = isAmong ? mostNamed(manifest.limits) : manifest.limits.objects;
  // Several who are dressed alike are drawn as one group.
  const room = most - named.reduce((sum, one) => sum + (one === wearer ? 1 : (one.count ?? 1)), 0);
  const pieces = worn.filter((name) => !isThere(name)).slice(0, Math.max(0, room));
  const order = pieces.length === 0 ? undefined : fromWearer(named, relations, at);
  if (!order) {
    if (!worn.some(isThere)) notes.push({ type: 'left-out', said, why: pieces.length === 0 ? 'too-many' : 'part' });
    return { named, relations };
  }
  const clothes = pieces.map((name, k) => wornBy(k === 0 ? wearer.outfit! : { said }, name));
  return {
    named: [...order.named.slice(0, order.at + 1), ...clothes, ...order.named.slice(order.at + 1)],
    relations: [
      ...order.relations.slice(0, order.at),
      ...clothes.map(() => WEARING),
      ...order.relations.slice(order.at),
    ],
  };
}

/** What is worn, by the pictures that are made for it, and of shoes a pair; all else as it is. */
export function asWorn(
  named: readonly Named[],
  relations: readonly string[],
  { manifest }: Pick<BundleWords, 'manifest'>,
): readonly Named[] {
  return named.map((one, k) => {
    if (k === 0 || relations[k - 1] !== WEARING) return one;
    const { sense } = one;
    const instead = wornInstead(sense.names, manifest.tables);
    const fitted = instead === undefined ? one : { ...one, sense: { ...sense, names: [instead] } };
    if (wornAt(manifest.tables, fitted.sense.names) !== 'feet') return fitted;
    const { group: _, ...pair } = fitted;
    return { ...pair, count: undefined };
  });
}

/** The things in an order in which the wearer may wear something, and its place in it. */
function fromWearer(named: readonly Named[], relations: readonly string[], at: number) {
  if (at === 0 || relations[0] === 'beside') return { named, relations, at };
  const inverse = ownValue(INVERSE, relations[0]!);
  if (named.length !== 2 || inverse === undefined) return undefined;
  return { named: [...named].reverse(), relations: [inverse], at: 0 };
}

function wornBy({ said, colours = [], isGuess = false }: Omit<WornAs, 'worn'>, name: string): Named {
  const sense = { role: 'thing', names: [name], rank: RANK.name, isPlural: false, isGuess } as const;
  const piece: Named = { ...plainNamed(sense, said), stand: WEARING };
  for (const colour of colours) piece.adjectives.addColour(colour, '');
  return piece;
}

const insteadOf = new Map(
  Object.entries(WORN_INSTEAD).flatMap(([name, words]) => listed(words).map((word): [string, string] => [word, name])),
);
const PUT_ON: ReadonlySet<string | undefined> = new Set(['wearing', 'in']);

/** Garments that somebody is in and nobody can be drawn in are the nearest that can be worn, or else left out. */
export function inGarments(
  named: readonly Named[],
  { manifest }: Pick<BundleWords, 'manifest'>,
  enclosingOf: EnclosingOf,
  notes: ReadingNote[],
): readonly Named[] {
  return named.flatMap((one, k) => {
    const { sense, stand, isTurned, said } = one;
    const isGarment = sense.names.some((name) => insteadOf.has(name) || enclosingOf(name) === 'garments');
    const isPutOn = k > 0 && PUT_ON.has(stand) && !isTurned && one.isCostume !== true;
    if (!isPutOn || !isGarment || wornAt(manifest.tables, sense.names) || wornInstead(sense.names, manifest.tables))
      return [one];
    const instead = sense.names.flatMap((name) => insteadOf.get(name) ?? [])[0];
    if (instead !== undefined && wornAt(manifest.tables, [instead]))
      return [{ ...one, sense: { ...sense, names: [instead], isGuess: true } }];
    notes.push({ type: 'left-out', said, why: 'part' });
    return [];
  });
}
