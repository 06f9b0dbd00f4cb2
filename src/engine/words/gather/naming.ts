import { isPlace } from '../../memory/index.js';
import { asKey } from '../as-key.js';
import { englishForms } from '../english-forms.js';
import { plural } from '../plurals.js';
import { meantThing, RANK, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { listed } from '../vocabularies.js';
import { Adjectives } from './adjectives.js';
import { isAnimalPerson } from './animal-people.js';
import { contain, isContainer } from './containers.js';
import { isSaidToBe } from './doing.js';
import { emojiJoint } from './emoji-joints.js';
import { flavour, flavourNamed } from './flavours.js';
import { type Gathering, standingAs } from './gathering.js';
import { isOfTag } from './meaning.js';
import { areSame, isOfEmoji, type Named } from './named.js';
import { partWords } from './part-words.js';
import { isOnePerson, isOwnerBefore } from './people.js';
import { isWeathered } from './weathered.js';

/** A thing is named: another one, more of the one before, or what makes one with it. */
export function nameThing(g: Gathering, k: number, sense: ThingSense): void {
  const span = g.view.spans[k]!;
  const { open } = g;
  if (isSaidToBe(g, k, sense)) {
    become(g, span, sense);
    return;
  }
  const before = open.thing;
  const isEmoji = span.kind === 'emoji' || span.kind === 'shortcode';
  // “🐱🐱🐱”
  if (isEmoji && before && g.last === 'thing' && before.said === span.said) {
    before.count = (before.count ?? 1) + 1;
    return;
  }
  if (isEmoji && g.standing === undefined && isSpelled(g, sense)) {
    showAs(g, sense);
    return;
  }
  if (before && !isEmoji && isSaidAgain(g, before, sense)) {
    open.thing = { ...before, ...joined(before, span), sense: surer(before.sense, sense) };
    return;
  }
  if (before && !isEmoji && isOwnerBefore(g, before)) {
    open.thing = { ...before, ...joined(before, span), sense: { ...sense, isGuess: true } };
    return;
  }
  if (before && !isEmoji && isOnePerson(g, before, sense)) {
    const own = before.sense.names[0] === 'person' || before.sense.isFirstName === true ? sense : before.sense;
    open.thing = { ...before, ...joined(before, span), sense: { ...own, isGuess: true } };
    return;
  }
  if (before && !isEmoji && isOwnPart(g, before, span)) {
    open.thing = { ...before, ...joined(before, span) };
    return;
  }
  if (before && !isEmoji && sense.isGroup === true && isOfGroup(g, before)) return;
  if (before && !isEmoji && isAnimalPerson(g, before, sense, span.said)) return;
  const shown = before && isEmoji && g.standing === undefined ? emojiJoint(g, before, sense) : undefined;
  const joint = before && !isEmoji ? jointOf(g, before, sense, span) : undefined;
  if (before && !isEmoji && !joint && runsTogether(g, before, sense, span)) return;
  if (before) {
    const behind = g.behind;
    g.behind = new Adjectives();
    g.close();
    g.open.adjectives.append(behind);
  }
  if (joint) g.standing = { ...joint, isOfFirst: false, said: '', isAct: false };
  if (shown) g.standing = { ...standingAs(shown.stand, shown.said), isTurned: shown.isTurned };
  start(g, span, inCase(g, span, sense));
}

/** A place is said before who is in it: “**in the rain** a cat”. */
export function nameFirst(g: Gathering, k: number, name: string): void {
  const { said } = g.view.spans[k]!;
  g.standing = undefined;
  nameThing(g, k, meantThing([name], false));
  g.close();
  g.standing = { ...standingAs('in', said), isTurned: true };
}

/** “Frog **friends**”, “cat and dog best **friends**”: animals that are some together are no people beside them. */
function isOfGroup({ company, last, named }: Gathering, before: Named): boolean {
  if (last !== 'thing' || company.isPerson(before.sense) || !company.isLiving(before.sense)) return false;
  if (named.length === 0 && (before.count ?? 1) === 1) before.count = SOME;
  return true;
}

/** A form that looks like several, and is another case of one: “на лошади”. */
function inCase({ standing, table }: Gathering, { key }: Span, sense: ThingSense): ThingSense {
  if (!sense.isPlural || standing === undefined) return sense;
  const [behind = ''] = asKey(standing.said).split(' ').slice(-1);
  const isOne = table.oneBehind?.some(({ behind: words, ends }) => ends.test(key) && listed(words).includes(behind));
  return isOne === true ? { ...sense, isPlural: false } : sense;
}

/** “The raid boss is a giant **chicken**”: who was named is drawn as what he is said to be. */
function become(g: Gathering, span: Span, sense: ThingSense): void {
  const who = g.open.thing ?? g.named.pop()!;
  const { adjectives } = g.open.thing ? { adjectives: g.behind } : g.open;
  who.adjectives.append(adjectives);
  g.behind = new Adjectives();
  g.open = { ...g.open, adjectives: new Adjectives(), thing: { ...who, ...joined(who, span), sense } };
}

function start(g: Gathering, { said, key, parts = [] }: Span, sense: ThingSense): void {
  const { adjectives, count, way, outfit } = g.open;
  if (adjectives.colours.length === 0 || sense.rank !== RANK.synonym)
    for (const colour of sense.colours ?? []) adjectives.addColour(colour, '');
  const flavoured = adjectives.colours.length === 0 ? flavourNamed(key, sense) : {};
  if (flavoured.colour !== undefined) adjectives.addColour(flavoured.colour, '');
  if (sense.pattern) adjectives.setPattern(sense.pattern, '');
  // A little girl is young.
  if (adjectives.size === 'small' && g.company.isPerson(sense)) adjectives.forgetSize();
  const front = g.standing === undefined && g.named.length === 1 ? g.front : undefined;
  const {
    stand,
    isTurned,
    isOfFirst,
    said: standSaid,
    isAct,
    isCostume = false,
  } = g.standing ?? front ?? { stand: undefined, isTurned: false, isOfFirst: false, said: '', isAct: false };
  g.open = {
    ...g.open,
    adjectives: new Adjectives(),
    thing: {
      sense,
      said,
      adjectives,
      count: sense.isRow === true ? (count ?? SOME) : count,
      way: sense.isRow === true ? (way ?? 'row') : way,
      // Who is stuck in traffic is in none of the cars.
      stand: sense.isRow === true && stand === 'in' ? 'and' : stand,
      isTurned: front !== undefined || isTurned,
      isOfFirst,
      standSaid,
      isAct,
      shownBy: [],
      parts,
      ...(outfit ? { outfit } : {}),
      ...(flavoured.topping === undefined ? {} : { topping: flavoured.topping }),
      ...(isCostume ? { isCostume } : {}),
    },
  };
  g.standing = undefined;
  if (sense.occasion) g.occasions.push({ occasion: sense.occasion, names: [], isWish: false, said: '' });
  if (g.measure) measured(g, g.open.thing!, g.measure);
}

/** As many of a plural are an amount of it that is one: “a box of doughnuts”. */
const SOME = 3;

/** A box of doughnuts is some, and no box, which is told; what is drawn in a bowl is in one. */
function measured(g: Gathering, thing: Named, measure: Span): void {
  g.measure = undefined;
  const words = englishForms(measure.key);
  const isShown =
    g.company.showsByItself(thing.sense, words) ||
    thing.sense.names[0]!.split(' ').some((word) => words.includes(word));
  const isIn = words.some(isContainer) && !isShown;
  if (isIn && contain(g, thing, words, measure.said)) return;
  if (thing.sense.isPlural && thing.count === 1) thing.count = SOME;
  if (isIn) g.leaveOut(measure.said, 'part');
}

const joined = (before: Named, { said, parts = [] }: Span): Pick<Named, 'said' | 'parts'> => ({
  said: `${before.said} ${said}`,
  parts: [...before.parts, ...parts],
});

/** What the young of a breed that is named right before are called. */
const OF_BREEDS: ReadonlySet<string> = new Set(['puppy', 'kitten', 'foal', 'calf', 'lamb', 'piglet']);

/** “Pepe the frog”, “golden retriever puppy” */
function isSaidAgain({ company, open, behind, last, standing }: Gathering, before: Named, sense: ThingSense): boolean {
  const isBare = open.adjectives.isEmpty && behind.colours.length === 0;
  const isNext = last === 'thing' || last === 'filler';
  const isOfBreed = last === 'thing' && OF_BREEDS.has(sense.names[0]!) && company.isLiving(before.sense);
  return isBare && isNext && standing === undefined && (isOfBreed || before.sense.names[0] === sense.names[0]);
}

/** “Birthday cake with candles 🎂”: an emoji of what has been spelled shows it again. */
const isSpelled = ({ named, open }: Gathering, sense: ThingSense): boolean =>
  [...named, ...(open.thing ? [open.thing] : [])].some((one) => !isOfEmoji(one) && areSame(one.sense, sense));

/** A cake with 🎂 is that very cake, and no slice. */
function showAs({ named, open }: Gathering, sense: ThingSense): void {
  const spelled = [...named, ...(open.thing ? [open.thing] : [])].find((one) => areSame(one.sense, sense));
  const [exact = ''] = sense.names.toSorted((one, other) => other.length - one.length);
  if (spelled?.sense.names.includes(sense.names[0]!) && exact.endsWith(` ${spelled.sense.names[0]}`))
    spelled.sense = { ...spelled.sense, names: [exact] };
}

/** What a dish is that another food lies on: “avocado **toast**”. */
const BASES: ReadonlySet<string> = new Set([
  'bread',
  'toast',
  'bagel',
  'waffle',
  'pancakes',
  'pizza',
  'flatbread',
  'baguette bread',
  'sandwich',
  'cooked rice',
  'rice cracker',
]);

/**
 * How two things stand that are named one after the other: “cat **thumbs up**”, “**party hat** cat”, “gato
 * **sombrero**”,
 * “**avocado** toast”.
 */
function jointOf(
  g: Gathering,
  named: Named,
  sense: ThingSense,
  span: Span,
): { stand: 'holding' | 'wearing' | 'on' | 'below' | 'with' | 'in'; isTurned: boolean } | undefined {
  const { company, last, table, open } = g;
  const before = named.sense;
  // “Rainy day umbrella frog”: what the frog has is not what the rain is above.
  const isBeforeOther = g.view.thingAt(g.view.spans.indexOf(span) + 1) !== undefined;
  if (isWeathered(g, named) && !company.isWorn(sense))
    return isBeforeOther ? undefined : { stand: 'below', isTurned: true };
  if (last !== 'thing' || span.kind === 'letter' || open.adjectives.colours.length > 0) return undefined;
  if (Math.max(before.rank, sense.rank) > RANK.foreign || isOfTag(before) || isOfTag(sense)) return undefined;
  // “Dad camping”
  if (company.isLiving(before) && isPlace(sense.names[0]!) && senseOf(span.senses, 'action'))
    return { stand: 'in', isTurned: false };
  if (company.isLiving(before) && company.isGesture(sense)) return { stand: 'holding', isTurned: false };
  if (company.isGesture(before) && company.isLiving(sense)) return { stand: 'holding', isTurned: true };
  // “Penguins **playing cards**”
  if (company.isLiving(before) && DOING.test(span.key) && senseOf(span.senses, 'thing')!.rank === RANK.name)
    return { stand: 'with', isTurned: false };
  if (company.isWorn(before) && company.isLiving(sense)) return { stand: 'wearing', isTurned: true };
  if (table.hasHeadFirst === true && company.isLiving(before) && company.isWorn(sense))
    return { stand: 'wearing', isTurned: false };
  // “Umbrella frog”, “pizza cat”
  if (table.hasHeadFirst !== true && isCompanion(g, named, sense)) return { stand: 'with', isTurned: true };
  const base = BASES.has(sense.names[0]!) && !sense.names.includes(before.names[0]!);
  const isLaidOn = base && company.areFood(before, sense) && before.rank <= RANK.synonym && sense.rank <= RANK.synonym;
  return isLaidOn && !company.showsByItself(sense, before.names) ? { stand: 'on', isTurned: false } : undefined;
}

/** A name that says what is done with what it names. */
const DOING = /^[a-z]{3,}ing /;

/** What says of what, or of which kind, somebody is: “ice bear”, “toy cat”, “space dog”. */
const OF_KIND: ReadonlySet<string> = new Set(
  'ice snowflake fire water_drop rock wood gem cloud wave star sun moon earth milky_way lightning leaf flower heart robot ghost house circus_tent tree mountain volcano'
    .split(' ')
    .map((name) => name.replaceAll('_', ' ')),
);

/** A thing that is named right before an animal is with it, unless it says what kind of one it is. */
function isCompanion(
  { company, view }: Gathering,
  { sense: before, said, adjectives }: Named,
  sense: ThingSense,
): boolean {
  const isSure = before.rank <= RANK.synonym && sense.rank <= RANK.synonym && !before.isGuess;
  if (!isSure || before.names.some((name) => OF_KIND.has(name)) || !adjectives.isEmpty) return false;
  const isAnimal = company.isLiving(sense) && !company.isPerson(sense);
  return isAnimal && !company.isLiving(before) && view.spans.some((span) => span.said === said && span.kind === 'word');
}

/** “Laptop **keyboard**”, “dog **ear**”: a part of what is named right before it is no other thing. */
function isOwnPart({ company, last, table, open }: Gathering, before: Named, span: Span): boolean {
  if (last !== 'thing' || table.hasHeadFirst === true || !open.adjectives.isEmpty || isOfEmoji(before)) return false;
  return !company.isLiving(before.sense) && company.hasByItself(before.sense, partWords(span));
}

/** Nouns that run together name one thing: the later of the surest, or where the head is first the earlier. */
function runsTogether(g: Gathering, before: Named, sense: ThingSense, span: Span): boolean {
  if (g.last !== 'thing' || isOfEmoji(before) || span.kind === 'letter') return false;
  const hasHeadFirst = g.table.hasHeadFirst === true;
  const isListed = hasHeadFirst ? g.company.areListed(sense, before.sense) : g.company.areListed(before.sense, sense);
  if (isListed) return false;
  const [rank, rankBefore] = [sureness(sense, span.key), sureness(before.sense, before.said)];
  const isSure = before.sense.rank <= RANK.synonym || sense.rank <= RANK.synonym;
  const isBetter = hasHeadFirst
    ? rank < rankBefore
    : !isFilled(g, before, span) && (rank <= rankBefore || isHead(g, before, sense));
  const kept = isBetter ? sense : before.sense;
  const isOther = Math.max(before.sense.rank, sense.rank) <= RANK.foreign && !areSame(before.sense, sense);
  const isGuess = kept.isGuess || isOther || (isSure && before.sense.rank <= RANK.foreign);
  const one: Named = { ...before, ...joined(before, span), sense: { ...kept, isGuess } };
  const isFlavoured = flavour(one, kept === sense ? before.sense : sense);
  g.open.thing = isFlavoured ? { ...one, sense: { ...kept, isGuess: kept.isGuess } } : one;
  return true;
}

/**
 * Of two foods, and before an animal, a person or what looks like a thing, whatever is said of it, the later is meant:
 * “strawberry smoothie”, “cat sweater”.
 */
const isHead = ({ company }: Gathering, before: Named, sense: ThingSense): boolean =>
  (sense.rank <= RANK.synonym && company.isLiving(sense)) ||
  (sense.rank === RANK.foreign && before.sense.rank < RANK.foreign) ||
  (!isOfTag(sense) && company.areFood(before.sense, sense));

/** “Popcorn **bucket**”: pictures of what is in it show what it is in. */
const isFilled = ({ company }: Gathering, { sense }: Named, { senses }: Span): boolean =>
  senseOf(senses, 'measure') !== undefined && company.areFood(sense, sense);

/** A synonym that is a word of the thing's own name (“hat”, of a top hat) is as sure as the name. */
function sureness({ rank, names }: ThingSense, said: string): number {
  const word = said.toLowerCase().slice(said.lastIndexOf(' ') + 1);
  const head = names[0]!.slice(names[0]!.lastIndexOf(' ') + 1);
  const isOfName = word === head || word === plural(head);
  return rank === RANK.synonym && isOfName ? RANK.name : rank;
}

const surer = (one: ThingSense, other: ThingSense): ThingSense => (other.rank <= one.rank ? other : one);
