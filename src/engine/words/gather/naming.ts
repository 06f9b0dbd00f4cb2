import { plural } from '../plurals.js';
import { RANK, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { Adjectives } from './adjectives.js';
import type { Gathering } from './gathering.js';
import type { Named } from './named.js';

/** A thing is named: another one, more of the one before, or what makes one with it. */
export function nameThing(g: Gathering, k: number, sense: ThingSense): void {
  const span = g.view.spans[k]!;
  const { open } = g;
  const before = open.thing;
  const isEmoji = span.kind === 'emoji' || span.kind === 'shortcode';
  // “🐱🐱🐱”
  if (isEmoji && before && g.last === 'thing' && before.said === span.said) {
    before.count = (before.count ?? 1) + 1;
    return;
  }
  const isShownAgain = g.lastNamed?.sense.names.some((name) => sense.names.includes(name)) === true;
  if (isEmoji && isShownAgain && isAdjacent(g) && g.view.hasSpelledThing()) return;
  if (before && !isEmoji && isSaidAgain(g, before, sense)) {
    open.thing = { ...before, ...joined(before, span), sense: surer(before.sense, sense) };
    return;
  }
  if (before && !isEmoji && runsTogether(g, before, sense, span)) return;
  if (before) {
    const behind = g.behind;
    g.behind = new Adjectives();
    g.close();
    g.open.adjectives.append(behind);
  }
  start(g, span, sense);
}

function start(g: Gathering, { said, parts = [] }: Span, sense: ThingSense): void {
  const { adjectives, count } = g.open;
  for (const colour of sense.colours ?? []) adjectives.addColour(colour, '');
  const front = g.standing === undefined && g.named.length === 1 ? g.front : undefined;
  const {
    stand,
    isTurned,
    isOfFirst,
    said: standSaid,
  } = g.standing ?? front ?? { stand: undefined, isTurned: false, isOfFirst: false, said: '' };
  g.open = {
    ...g.open,
    adjectives: new Adjectives(),
    thing: {
      sense,
      said,
      adjectives,
      count,
      stand,
      isTurned: front !== undefined || isTurned,
      isOfFirst,
      standSaid,
      parts,
    },
  };
  g.standing = undefined;
}

const joined = (before: Named, { said, parts = [] }: Span): Pick<Named, 'said' | 'parts'> => ({
  said: `${before.said} ${said}`,
  parts: [...before.parts, ...parts],
});

/** “Pepe the frog”, “golden retriever puppy” */
function isSaidAgain({ open, behind, last, standing }: Gathering, before: Named, sense: ThingSense): boolean {
  const isBare = open.adjectives.isEmpty && behind.colours.length === 0;
  const isNext = last === 'thing' || last === 'filler';
  return isBare && isNext && standing === undefined && before.sense.names[0] === sense.names[0];
}

const isAdjacent = ({ last }: Gathering): boolean => last === 'thing' || last === 'style' || last === 'measure';

/** Nouns that run together name one thing: the later of the surest, or where the head is first the earlier. */
function runsTogether(g: Gathering, before: Named, sense: ThingSense, span: Span): boolean {
  if (g.last !== 'thing' || before.said.startsWith(':') || span.kind === 'letter') return false;
  const hasHeadFirst = g.table.hasHeadFirst === true;
  const isListed = hasHeadFirst ? g.company.areListed(sense, before.sense) : g.company.areListed(before.sense, sense);
  if (isListed) return false;
  const [rank, rankBefore] = [sureness(sense, span.key), sureness(before.sense, before.said)];
  const isBetter = hasHeadFirst
    ? rank < rankBefore
    : rank <= rankBefore ||
      (rank <= RANK.synonym && (g.company.isLiving(sense) || g.company.areFood(before.sense, sense)));
  const kept = isBetter ? sense : before.sense;
  const isSure = before.sense.rank <= RANK.synonym || sense.rank <= RANK.synonym;
  const isGuess = kept.isGuess || (isSure && before.sense.rank <= RANK.foreign);
  g.open.thing = { ...before, ...joined(before, span), sense: { ...kept, isGuess } };
  return true;
}

/** A synonym that is a word of the thing's own name (“hat”, of a top hat) is as sure as the name. */
function sureness({ rank, names }: ThingSense, said: string): number {
  const word = said.toLowerCase().slice(said.lastIndexOf(' ') + 1);
  const isOfName = names[0]!.split(' ').some((part) => word === part || word === plural(part));
  return rank === RANK.synonym && isOfName ? RANK.name : rank;
}

const surer = (one: ThingSense, other: ThingSense): ThingSense => (other.rank <= one.rank ? other : one);
