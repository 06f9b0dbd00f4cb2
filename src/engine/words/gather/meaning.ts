import { isOffLedge } from '../acts.js';
import { englishForms } from '../english-forms.js';
import { RANK, type Role, type Sense, senseOf, type ThingSense } from '../sense.js';
import { isVessel } from '../vessels.js';
import { isSignAt } from './asides.js';
import { isEventAt } from './events.js';
import type { Gathering } from './gathering.js';
import { isTastedAt } from './linking.js';
import { isOccasionAt } from './occasions.js';
import { REACH } from './span-view.js';

/** Caption names of what a thing has by itself: with eyes, with a face. */
const PARTS: ReadonlySet<string> = new Set([
  'eye',
  'eyes',
  'ear',
  'nose',
  'mouth',
  'tongue',
  'tooth',
  'foot',
  'leg',
  'wing',
  'smiley',
]);

/** Said by somebody who laughs or wonders, in whatever language; of a thing only right before it. */
const SAID_ASIDE =
  /^(?:lo+l+z?|a?ha(?:ha?)+|he(?:he)+h?|hihi(?:hi)*|x+d+|lmf?ao+|ro(?:t)?fl|omf?g+|(?:ja){2,}|k{3,}|mdr+|ptdr+|w{3,}|lul|kek|ㅋ{2,}|ㅎ{2,})$/u;

/** “A frog please 🙏” */
const ASKING = /^(?:🙏|:pray:|pray$)/u;

/** Says nothing unless something stands around it. */
const NOT_ALONE: ReadonlySet<Role> = new Set([
  'measure',
  'part',
  'pattern',
  'sign',
  'definite',
  'own-part',
  'event',
  'occasion',
]);

/** Which of its meanings a span has, by what stands around it. */
export function meaningAt(g: Gathering, k: number): Sense | undefined {
  const { senses, kind, key } = g.view.spans[k]!;
  const of = <R extends Role>(role: R) => senseOf(senses, role);
  const thing = of('thing');
  if (kind === 'emoji' || kind === 'shortcode') {
    if (ASKING.test(key) && g.standing === undefined && g.view.isNamedBeside(k)) return { role: 'filler' };
    const mood = of('mood');
    return mood && (g.isThingSaid || g.view.isThingAhead(k)) && g.view.hasSpelledThing() ? mood : (thing ?? mood);
  }
  const occasion = of('occasion');
  if (occasion && isOccasionAt(g, k, occasion)) return occasion;
  const event = of('event');
  if (event && !of('mood') && isEventAt(g, k, event.isBefore)) return event;
  const marked = markAt(g, k, thing);
  if (marked) return marked;
  const adjective = of('colour') ?? of('mood');
  if (thing && adjective) {
    // “A bag of **gold**”
    if (g.measure && adjective.role === 'colour' && g.last === 'of' && !g.view.isThingAhead(k)) return thing;
    if (adjective.role === 'colour' && isColourWorn(g, k)) {
      g.standing = undefined;
      return adjective;
    }
    if (isAdjectiveAt(g, k) || isBehindAt(g, k, thing)) return adjective;
    return thing.rank <= RANK.keyword ? thing : adjective;
  }
  const style = of('style');
  if (style && (isStyleAt(g, k) || !thing || thing.rank > RANK.synonym)) {
    if (!adjective || isStyleAt(g, k)) return style;
  }
  // Spanish “alas” are wings before they are a keyword of a fairy.
  if (of('own-part') && g.isThingSaid && (!thing || thing.rank > RANK.foreign)) return { role: 'part' };
  // Hindi “पर” is on something before it is a wing.
  const part =
    of('part') ?? (thing && !of('stand') && PARTS.has(thing.names[0]!) ? ({ role: 'part' } as const) : undefined);
  if (part && g.isThingSaid && isPartAt(g)) return isPutOn(g, thing) ? thing : part;
  const said = saidOf(g, k, thing);
  if (said) return said;
  const word = of('number') ?? of('article') ?? of('stand') ?? of('and') ?? of('of') ?? of('says') ?? of('style-of');
  const isDone = word?.role === 'stand' && word.isAct === true;
  if (isDone && thing && isNounAt(g, k, thing)) return thing;
  const isFelt = isDone && adjective?.role === 'mood' && !isDoneAt(g, k);
  if (word && !isFelt && (!thing || thing.rank > RANK.name)) return word;
  const idle = of('size') ?? of('trait') ?? of('filler') ?? of('style-word');
  if (idle && (!thing || thing.rank > RANK.synonym)) return idle;
  const action = of('action');
  if (action && (!thing || thing.rank > RANK.name)) return action;
  return thing ?? adjective ?? senses.find(({ role }) => !NOT_ALONE.has(role));
}

/** “Un **bebé** llorando” drinks nothing: what is done as a noun, too, behind an article. */
function isNounAt({ view }: Gathering, k: number, { rank }: ThingSense): boolean {
  const isBefore = view.isThingAhead(k) && !senseOf(view.at(k + 1)?.senses ?? [], 'mood');
  return rank <= RANK.foreign && view.roleAt(k - 1) === 'article' && !isBefore;
}

/** What stands beside what is asked for: laughter, courtesy, a pattern, a sign. */
function markAt(g: Gathering, k: number, thing: ThingSense | undefined): Sense | undefined {
  const { senses, key } = g.view.spans[k]!;
  const of = <R extends Role>(role: R) => senseOf(senses, role);
  if (SAID_ASIDE.test(key) && g.view.isNamedBeside(k) && !g.view.thingAt(k + 1)) return { role: 'filler' };
  const courtesy = of('courtesy');
  if (courtesy && (!thing || g.view.isNamedBeside(k))) return { role: 'filler' };
  if (of('definite') && isOfAnotherThing(g, k)) return { role: 'article' };
  // “A dog and **his** bone” says nobody's hi.
  if (of('definite') && thing?.isPlural === true) return { role: 'filler' };
  const pattern = of('pattern');
  if (pattern && isPatternAt(g, k, thing)) return pattern;
  const sign = of('sign');
  if (sign && isSignAt(g, k)) return sign;
  const styleWord = of('style-word');
  const isOfStyle = () => [k - 1, k + 1].some((at) => senseOf(g.view.at(at)?.senses ?? [], 'style'));
  return styleWord && isOfStyle() ? styleWord : undefined;
}

/** “**Basket** of apples”: what can be drawn with something in it, but for what is drawn so by itself. */
function isFilledAt({ company, view, standing }: Gathering, k: number, thing: ThingSense | undefined): boolean {
  const [, at] = view.nextThing(k + 1) ?? [];
  if (thing === undefined || at === undefined || !isVessel(thing.names[0]!)) return false;
  const content = view.thingAt(at)!;
  if (isOffLedge(standing?.said ?? '', content.names[0]!)) return false;
  const words = englishForms(view.at(k)!.key);
  return !company.showsByItself(content, words) && !content.names[0]!.split(' ').some((word) => words.includes(word));
}

/** What is said of a thing by more than an adjective: its taste, how much of it, where, what it is not. */
function saidOf(g: Gathering, k: number, thing: ThingSense | undefined): Sense | undefined {
  const { senses } = g.view.spans[k]!;
  const of = <R extends Role>(role: R) => senseOf(senses, role);
  const tasting = of('tasting');
  if (tasting && isTastedAt(g, k)) return tasting;
  if (isShapeOfFood(g, k)) return { role: 'filler' };
  const measure = of('measure');
  if (measure && g.view.roleAt(k + 1) === 'of' && !isFilledAt(g, k, thing)) return measure;
  const place = of('place');
  if (place && (!thing || (thing.rank > RANK.name && isPlaceAt(g, k)))) return place;
  return of('not');
}

/** “A unicorn **puking** rainbows”, but “a puking cat”: whether a thing follows that who was named does it with. */
function isDoneAt({ company, isThingSaid, view }: Gathering, k: number): boolean {
  const next = view.nextThing(k);
  return isThingSaid && next !== undefined && !company.isLiving(view.thingAt(next[1])!);
}

/** What food comes as, which are other things by themselves: “a **wheel** of cheese”, “cheese **wheel**”. */
const SHAPES_OF_FOOD = /^(?:wheel|wedge|block|chunk|hunk|round|meule|laib|rad|rueda|forma|ruota|wiel|krąg|head)s?$/;

function isShapeOfFood({ company, view, open }: Gathering, k: number): boolean {
  if (!SHAPES_OF_FOOD.test(view.at(k)!.key)) return false;
  const next = view.roleAt(k + 1) === 'of' ? view.nextThing(k + 1)?.[1] : undefined;
  const food = next === undefined ? open.thing?.sense : view.thingAt(next);
  return food !== undefined && company.areFood(food, food) && !(open.thing && next !== undefined);
}

/** Whether a mood is what a smiley is called, too. */
const isSmiley = ({ names }: Pick<ThingSense, 'names'>): boolean => names[0]!.endsWith(' face');

/** A colour or mood that could be a thing too is one before or behind a thing. */
function isAdjectiveAt(g: Gathering, k: number): boolean {
  const { view } = g;
  if (g.open.thing && g.last !== 'comma' && g.last !== 'break') {
    const own = view.thingAt(k);
    return own === undefined || isSmiley(own) || !g.table.isHeadLast;
  }
  let next = k + 1;
  if (view.isColourAt(k) && (isListedColour(g, k) || view.isPaletteAt(k))) return true;
  if (view.roleAt(next) === 'and') return false;
  while (next < view.spans.length && next < k + REACH && isIdle(view.roleAt(next))) next += 1;
  // “A **clown** juggling balls”
  if (view.isDoneAt(next) && isSomebody(g, k)) return false;
  // “An angry toaster”
  if (view.isUnknownAt(next)) return !g.company.isDone(view.at(next)!.key);
  return view.thingAt(next) !== undefined || view.isAdjectiveAt(next) || view.isPatternAt(next);
}

/** Whether a word is a name of whom others can be dressed as. */
function isSomebody({ company, view }: Gathering, k: number): boolean {
  const thing = view.thingAt(k);
  const outfit = thing && company.outfitOf(view.at(k)!.key, thing);
  return outfit !== undefined && !outfit.isManner;
}

/** A pattern is said of what follows at once, or of what is named; a rainbow is one before a thing only. */
function isPatternAt(
  { open, standing, view, isThingSaid }: Gathering,
  k: number,
  thing: ThingSense | undefined,
): boolean {
  // “A rainbow **over** the lake”
  const isNext = view.thingAt(k + 1) !== undefined && view.roleAt(k + 1) !== 'stand';
  const isBefore = isNext && open.thing === undefined;
  // “Girl with rainbow hair”
  if (isThingSaid && senseOf(view.at(k + 1)?.senses ?? [], 'part')) return true;
  if (thing?.rank === RANK.name) return isBefore;
  return isBefore || view.isThingAhead(k) || (isThingSaid && (standing === undefined || PATTERNED.has(standing.stand)));
}

/** What joins a pattern to what has it. */
const PATTERNED: ReadonlySet<string> = new Set(['with', 'in', 'wearing', 'and', 'around']);

/** “**Orange**, red and pink fish” */
function isListedColour({ view }: Gathering, k: number): boolean {
  let at = k;
  while (view.at(at + 1)?.kind === 'comma' || view.roleAt(at + 1) === 'and') {
    at += view.at(at + 1)?.kind === 'comma' && view.roleAt(at + 2) === 'and' ? 3 : 2;
    if (!view.isColourAt(at)) return false;
    if (view.isThingAhead(at)) return true;
  }
  return false;
}

/** “A car in **orange**”: what is in an orange is in an orange, with its article. */
function isColourWorn({ standing, last, open, view }: Gathering, k: number): boolean {
  return standing?.stand === 'in' && last === 'stand' && !open.hasStart && !view.isThingAhead(k);
}

/** “**The** red and **the** blue dragon”, “el globo rojo y **el** azul” */
function isOfAnotherThing({ open, last, view }: Gathering, k: number): boolean {
  const isListed = (last === 'and' || last === 'comma') && open.thing === undefined && view.isAdjectiveAt(k + 1);
  return isListed && (!open.adjectives.isEmpty || !view.isThingAhead(k + 1));
}

/**
 * “Un globo rojo y uno **azul**”, “three cats: black, white and **orange**”: what is said behind a thing is said of it,
 * or of another such thing.
 */
function isBehindAt({ open, named, view }: Gathering, k: number, { names, rank }: ThingSense): boolean {
  if (open.thing || view.isThingAhead(k)) return false;
  const last = named.at(-1);
  const isOfList = !open.hasStart && last !== undefined && last.adjectives.isList;
  // “猫在沙发上**睡觉**”: what a smiley is called, too.
  const isFelt = !open.hasStart && isSmiley({ names });
  return last !== undefined && (rank > RANK.foreign || isOfList || isFelt);
}

const isIdle = (role: Role | undefined): boolean => role === 'filler' || role === 'size' || role === 'trait';

/** Where something is, unless it is named by itself or listed among others: “day and night”, but “a cat at night”. */
function isPlaceAt(g: Gathering, k: number): boolean {
  const { standing, view } = g;
  if (standing?.stand === 'and' || view.roleAt(k + 1) === 'and') return false;
  return standing !== undefined || g.isThingSaid || view.isThingAhead(k);
}

function isStyleAt({ view }: Gathering, k: number): boolean {
  const [before, after] = [view.at(k - 1), view.at(k + 1)];
  const isStyle = (at: number) => senseOf(view.at(at)?.senses ?? [], 'style-word') !== undefined;
  const isEnd = after === undefined && (before === undefined || before.kind === 'comma');
  return isStyle(k + 1) || isStyle(k - 1) || isEnd || (before?.kind === 'comma' && after?.kind === 'comma');
}

/** “A snake with a **mustache**”: what only people grow is worn by all others. */
function isPutOn({ company, lastNamed, standing }: Gathering, thing: ThingSense | undefined): thing is ThingSense {
  if (thing === undefined || lastNamed === undefined || standing === undefined) return false;
  return thing.rank <= RANK.synonym && company.isWorn(thing) && !company.isPerson(lastNamed.sense);
}

function isPartAt({ standing, open }: Gathering): boolean {
  return (
    standing?.stand === 'with' ||
    standing?.stand === 'and' ||
    open.adjectives.colours.length > 0 ||
    open.thing !== undefined
  );
}

/** Whether a sense of a thing is only of a tag. */
export const isOfTag = ({ rank }: ThingSense): boolean => rank === RANK.rareTag || rank === RANK.keyword;
