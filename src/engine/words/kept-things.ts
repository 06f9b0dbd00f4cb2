import { LIMITS, ownValue } from '../basics/index.js';
import { wornAt } from '../manifest/index.js';
import { isPlace, MOST_COPIES } from '../memory/index.js';
import { actOf } from './acts.js';
import type { BundleWords } from './bundle-words.js';
import { Adjectives, isOfTag, type Named } from './gather/index.js';
import type { ReadingNote } from './prompt-reading.js';
import { isStrewnOn } from './small-on.js';
import { isFullOf, isVessel } from './vessels.js';

const MOST_NEAREST = 3;
/** A plural without a number. */
const SEVERAL = 2;
/** So many fill what they are in. */
const FILLING = 3;

/**
 * Of what was named, what is meant surely enough, and as many of it as a picture can have; the others are told in
 * `notes`.
 * @param shown what people are shown of a thing, by its caption name
 * @returns with a `count` each
 */
export function keptThings(
  named: readonly Named[],
  bundle: BundleWords,
  shown: ReadonlyMap<string, string>,
  notes: ReadingNote[],
): Named[] {
  const sure = surest(named);
  for (const { said, sense } of named.filter((one) => !sure.includes(one) && isOfTag(one.sense))) {
    const nearest = sense.names.slice(0, MOST_NEAREST).map((name) => shown.get(name)!);
    notes.push({ type: 'unknown', said, nearest });
  }
  return fitted(
    sure.flatMap((one) => asPeople(one, sure, bundle)).map((one) => asPlace(asHeld(asMany(asPair(one), bundle)))),
    bundle,
    notes,
  );
}

/**
 * What is but a tag of something is that thing only where nothing is named more surely; what was said of it then is
 * said of the thing beside it.
 */
function surest(named: readonly Named[]): readonly Named[] {
  if (named.every(({ sense }) => isOfTag(sense))) return named;
  const kept = named.filter(({ sense }) => !isOfTag(sense));
  // “An okapi with headphones”: what hangs on somebody unknown is not painted in his place.
  const hangs = named.every(({ stand }, k) =>
    k === 0 ? isOfTag(named[0]!.sense) : stand !== undefined && stand !== 'and',
  );
  if (hangs) return [];
  named.forEach((one, k) => {
    if (!isOfTag(one.sense)) return;
    const beside = named.slice(0, k).findLast((other) => kept.includes(other)) ?? kept[0]!;
    beside.adjectives.append(one.adjectives);
  });
  return kept;
}

const PARTYING = 'partying face';
/** Who a team is, as far as there is room. */
const TEAM = ['person', 'woman', 'man'] as const;

/**
 * “Our team”: nobody knows how many, but they are not all the same; where there is room for no more than one, some
 * stand in a row. Who celebrates has the face for it.
 */
function asPeople(one: Named, all: readonly Named[], { memory, manifest }: BundleWords): Named[] {
  const { sense, adjectives, count } = one;
  if (sense.isGroup !== true) return [one];
  const has = (name: string) => memory.things.some((thing) => thing.name === name);
  const isPartying = adjectives.moods.some(({ word }) => word === 'partying') && has(PARTYING);
  const party = isPartying ? { sense: { ...sense, names: [PARTYING] }, adjectives: new Adjectives() } : {};
  const isCounted = count !== undefined && count > 1;
  const room = manifest.limits.objects - all.length + 1;
  const team = TEAM.filter(has).slice(0, Math.min(room, all.length === 1 ? TEAM.length : SEVERAL));
  if (isPartying || isCounted || team.length < SEVERAL) {
    const some = all.length === 1 ? TEAM.length : SEVERAL;
    return [{ ...one, ...party, count: isCounted ? count : some, ...(all.length > SEVERAL ? { way: 'row' } : {}) }];
  }
  return team.map((name, k) => ({
    ...one,
    count: 1,
    sense: { ...sense, names: [name], isPlural: false, isGuess: k === 0 && sense.isGuess },
    ...(k === 0 ? {} : { stand: 'and', isTurned: false, isOfFirst: false, isAct: false, standSaid: '' }),
  }));
}

/**
 * What pictures show two of: two swords crossed are one picture of crossed swords, and a pair of socks is two socks.
 */
const PAIRS: ReadonlySet<string> = new Set([
  'crossed swords',
  'clinking glasses',
  'clinking beer mugs',
  'cherries',
  'people wrestling',
  'people with bunny ears',
  'japanese dolls',
  'socks',
  'gloves',
  'glasses',
  'sunglasses',
  'goggles',
  'scissors',
  'jeans',
  'shorts',
  'ballet shoes',
  'chopsticks',
  'maracas',
  'eyes',
  'headphones',
  'two hearts',
  'skis',
]);
const asPair = (named: Named): Named =>
  named.count === SEVERAL && PAIRS.has(named.sense.names[0]!) ? { ...named, count: 1 } : named;

/** “In the mountains” is one picture of them. */
const asPlace = (named: Named): Named =>
  named.count === undefined && named.stand !== undefined && isPlace(named.sense.names[0]!)
    ? { ...named, count: 1 }
    : named;

/** “Playing video games”, “drinking beers”: whoever does it has one at a time, but jugglers. */
function asHeld(named: Named): Named {
  const { count, stand, standSaid, isAct, sense } = named;
  const isOne =
    count === undefined && sense.isPlural && stand === 'holding' && (isAct || actOf(standSaid) !== undefined);
  return isOne &&
    !/^(?:bak|sell|serv|backt|cuisin|horne|sforn|piecz|печ|juggl|jongl|malabar|giocol|żongl|жонгл)/i.test(standSaid)
    ? { ...named, count: 1 }
    : named;
}

/** What pictures show many of, as a bunch, a stack or a heap. */
const MANY_BY_ITSELF: ReadonlySet<string> = new Set([
  'grapes',
  'blueberries',
  'pancakes',
  'books',
  'cherries',
  'bouquet',
  'french fries',
  'popcorn',
  'peanuts',
  'beans',
  'olive',
  'bubbles',
  'candy',
  'dango',
  'fortune cookie',
  'cooked rice',
  'spaghetti',
]);
/** What shows many of a thing under a name of its own; of a bunch of flowers, whatever lies on whatever. */
const MANY_OF: Readonly<Record<string, string>> = { book: 'books', flower: 'bouquet', house: 'houses' };

/** So many are a stack, a heap, or more than anybody says. */
const MANY = { stack: 3, pile: 6, rows: 6, row: 3 } as const;

/** Many of what pictures show many of are one picture. */
function asMany(named: Named, { memory }: Pick<BundleWords, 'memory'>): Named {
  const { count, way, sense } = named;
  if (count !== Number.POSITIVE_INFINITY) return named;
  const [name = ''] = sense.names;
  if (MANY_BY_ITSELF.has(name)) return { ...named, count: 1, way: undefined };
  const other = way === 'pile' && name !== 'book' ? undefined : ownValue(MANY_OF, name);
  if (other === undefined || !memory.things.some((thing) => thing.name === other)) return named;
  if (way !== 'stack' && way !== 'pile' && name === 'book') return named;
  return { ...named, count: 1, way: undefined, sense: { ...sense, names: [other] } };
}

/**
 * As many as a picture can have; of a plural without a number there are two, or as many as fill what they are in. More
 * of a thing than there is room for are a group, which counts as one; what several wear is told once, as each has its
 * own.
 */
function fitted(named: readonly Named[], { manifest }: Pick<BundleWords, 'manifest'>, notes: ReadingNote[]): Named[] {
  // Of a list each is drawn once, or several as one.
  const most = Math.max(manifest.limits.objects, Math.min(named.length, mostNamed(manifest.limits)));
  const isWorn = (one: Named) => wornAt(manifest.tables, one.sense.names) !== undefined;
  const isSeveral = named.some((one) => !isWorn(one) && (one.count ?? (one.sense.isPlural ? SEVERAL : 1)) > 1);
  const isShared = isOneGarment(named, manifest);
  const single = named.map((one, k): Named => {
    if (isShared && k === 0) return { ...one, way: 'stack' };
    return isSeveral && isWorn(one) && isHad(one) ? { ...one, count: 1 } : one;
  });
  const grouped = inGroups(single, most, isWorn, notes);
  const least = grouped.map(({ count }) =>
    count === undefined ? 1 : Math.max(1, Math.min(count, Number.MAX_SAFE_INTEGER)),
  );
  let left = most;
  const kept: Named[] = [];
  grouped.forEach((one, k) => {
    const wanted = one.count === Number.POSITIVE_INFINITY ? most : least[k]!;
    if (left === 0) {
      notes.push({ type: 'left-out', said: one.said, why: 'too-many' });
      return;
    }
    const others = grouped.length - k - 1;
    const isOpen = one.count === undefined && one.sense.isPlural;
    const count =
      isOpen && left - others >= SEVERAL ? SEVERAL : Math.min(wanted, Math.max(1, left - Math.min(others, left - 1)));
    // “7 × ducks” are not, though three are.
    if (one.count !== Number.POSITIVE_INFINITY && count < wanted)
      notes.push({ type: 'left-out', said: `${wanted - count} × ${one.said}`, why: 'too-many' });
    left -= count;
    kept.push({ ...one, count });
  });
  return kept;
}

/** More are not in one garment. */
const MOST_SHARING = 4;

/** “Three raccoons in **a** trench coat” are all in that, one on the other. */
function isOneGarment(named: readonly Named[], { tables }: Pick<BundleWords['manifest'], 'tables'>): boolean {
  const [wearers, worn] = named;
  if (named.length !== 2 || wearers?.count === undefined || !worn || worn.sense.isPlural === true) return false;
  const isGarment = wornAt(tables, worn.sense.names) === 'body' || worn.sense.names.includes('hoodie');
  const isSingle = (worn.stand === 'in' || worn.stand === 'wearing') && (worn.count ?? 1) === 1 && !worn.isTurned;
  return isGarment && isSingle && wearers.count > 1 && wearers.count <= MOST_SHARING && wearers.way === undefined;
}

/** How many things that are named one by one are drawn: of a bundle that lists fewer than three, no more than these. */
export const mostNamed = ({ objects }: BundleWords['manifest']['limits']): number =>
  objects < 3 ? objects : LIMITS.things;

const LONGEST_ROW = 4;
const isStanding = (named: Named | undefined) =>
  named?.stand !== undefined && named.stand !== 'and' && named.stand !== 'with' && named.stand !== 'beside';
/** What stands so to others is worn by them, if it is worn at all. */
const isHad = ({ stand }: Named) => stand === 'wearing' || stand === 'with' || stand === 'in';

/** How many are meant where no number is said: of what lies on a dish, no matter whether it is a plural. */
function openCount(named: readonly Named[], k: number): number {
  const [first, second] = named as [Named, Named | undefined];
  const { sense } = named[k]!;
  if (k > 0 && isFullOf(named[k]!)) return MANY.pile;
  const [whole] = first.sense.names as [string];
  if (k > 0 && named[k]!.stand === 'with' && isStrewnOn(whole, sense.names[0]!)) return FILLING;
  if (!sense.isPlural || showsMany(sense)) return 1;
  if (k === 1 && isVessel(whole)) return FILLING;
  if (k > 0 && actOf(named[k]!.standSaid) === 'fed') return FILLING;
  return named.length === 2 && isStanding(second) ? openIn(second!.stand) : SEVERAL;
}

/** Of a plural without a number that stands to another: what fills a vase, and what somebody is in the middle of. */
const openIn = (stand: Named['stand']): number => (stand === 'in' || stand === 'around' ? FILLING : SEVERAL);

const showsMany = ({ names: [name = ''] }: Named['sense']): boolean => MANY_BY_ITSELF.has(name) || PAIRS.has(name);

/** Stacks and heaps as groups, and where there is no room for all of each by itself whatever there are several of. */
function inGroups(
  named: readonly Named[],
  most: number,
  isWorn: (one: Named) => boolean,
  notes: ReadingNote[],
): Named[] {
  // “Two birds on a branch”: what stands to another is one.
  const isDressed = named.some((one) => isWorn(one) && isHad(one));
  const isIn = named[1]?.stand === 'with' && isVessel(named[0]!.sense.names[0]!);
  const isRelated = named.length === 2 && (isStanding(named[1]) || isIn) && !isDressed;
  const asked = named.map((one, k) => {
    const { count, way } = one;
    if (count === undefined) return named.length === 1 ? 1 : openCount(named, k);
    return count === Number.POSITIVE_INFINITY ? MANY[way ?? 'rows'] : Math.max(1, count);
  });
  const isGroup = named.map(({ way }, k) => way !== undefined && asked[k]! > 1);
  const total = asked.reduce((sum, count, k) => sum + (isGroup[k] ? 1 : count), 0);
  if (total > most || isRelated) for (const [k, count] of asked.entries()) isGroup[k] ||= count > 1;
  // Those who are on something sit there in a row.
  const isRow = (k: number, copies: number) =>
    isDressed ? copies < LONGEST_ROW : copies <= LONGEST_ROW && (isStanding(named[k]) || isStanding(named[k + 1]));
  return named.map((one, k) => {
    if (!isGroup[k]) return one;
    const copies = Math.min(asked[k]!, MOST_COPIES);
    if (asked[k]! > copies)
      notes.push({ type: 'left-out', said: `${asked[k]! - copies} × ${one.said}`, why: 'too-many' });
    const way = one.way ?? (k > 0 && isFullOf(one) ? 'pile' : isRow(k, copies) ? 'row' : 'rows');
    return { ...one, count: 1, group: { copies, way } };
  });
}
