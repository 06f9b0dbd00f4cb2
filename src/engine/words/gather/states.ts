import { ownValue } from '../../basics/index.js';
import { isPlace } from '../../memory/index.js';
import { isDoneTogether } from '../acts.js';
import { MADE_OF, OF_STUFF, STATES, type State } from '../languages/index.js';
import { meantThing, RANK, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';
import { nameThing } from './naming.js';
import { isTrade } from './roles.js';

const stateByWord = byListed(STATES.map((state): [string, State] => [state.words, state]));
const MADE_OF_WORDS = new Set(listed(MADE_OF));
const OF_STUFF_WORDS = new Set(listed(OF_STUFF));
const stateByStuff = byListed(STATES.map((state): [string, State] => [state.stuffs ?? '', state]));
const stateByNoun = byListed(STATES.map((state): [string, State] => [state.nouns ?? '', state]));

/**
 * “**Burnt** toast”, “a snowman **melting**”, “a dragon **made of ice**”: how a thing is that is named.
 * @returns how many spans were taken: none where that is no state
 */
export function takeState(g: Gathering, k: number, span: Span): number {
  if (g.isNegated) return 0;
  const stuff = stuffAt(g, k, span);
  if (stuff) {
    apply(g, k + 1, stuff, g.view.said(k, k + 2));
    return 2;
  }
  const state = stateAt(g, k, span);
  if (!state || senseOf(span.senses, 'stand')) return 0;
  if (!g.isThingSaid && !g.view.isThingAhead(k)) return 0;
  // “A spooky **skeleton**”
  const about = g.view.thingAt(k + 1) ?? g.lastNamed?.sense;
  if (state.shownBy?.includes(about?.names[0] ?? '') !== true) apply(g, k, state, span.said);
  return 1;
}

/** Things beside what is so, whatever they are, beside which there is room. */
const MOST_ABOUT = 3;

/** Metals, and what is taken home, which are money where they lie in heaps. */
const COINED =
  /^(?:loot|treasures?|riches|bounty|beute|butin|botín|bottino|schätze|trésors?|tesoros?|tesouros?|tesori|gold|oro|ouro|or|goud|złota|золота|altın|silver|silber|plata|prata|argent|argento|zilver|srebra|серебра)$/;

/** “A dragon on a **pile of gold**”: that is a heap of coins, of that colour. @returns whether it was named */
export function takeHeap(g: Gathering, k: number, { key, senses }: Span): boolean {
  const isHeap = g.open.way !== undefined && g.open.thing === undefined && COINED.test(key);
  const colour = senseOf(senses, 'colour')?.colour;
  if (!isHeap || g.view.isThingAhead(k) || !g.company.has('coin')) return false;
  nameThing(g, k, { ...meantThing(['coin'], false), isPlural: true });
  g.target(k).addColour(colour ?? 'yellow', '');
  return true;
}

/** “Drache **aus Holz**”: what the thing before is made of. */
function stuffAt(g: Gathering, k: number, { key }: Span): State | undefined {
  const { lastNamed, table, view } = g;
  if (!lastNamed || !(MADE_OF_WORDS.has(key) || (table.hasHeadFirst === true && OF_STUFF_WORDS.has(key))))
    return undefined;
  const named = view.at(k + 1)?.key ?? '';
  const state = stateByStuff.get(named) ?? stateByNoun.get(named);
  return state?.colour === undefined || view.thingAt(k + 2) ? undefined : state;
}

function apply(g: Gathering, k: number, state: State, said: string): void {
  const { colour, pattern, mood, person } = state;
  const shown = mood === undefined ? undefined : g.company.moodCalled(mood);
  const own = g.target(k);
  if (pattern !== undefined) own.setPattern(pattern, said);
  if (colour !== undefined && own.colours.length === 0) own.addColour(colour, '');
  if (shown && person === undefined) own.addMood({ ...shown, said });
  if ([person, state.as, state.below, state.beside].some((one) => one !== undefined))
    g.states.push({ state, said, at: g.named.length });
}

/** The state that a word says, or that what is made of something is named by right before it. */
function stateAt(g: Gathering, k: number, { key, senses }: Span): State | undefined {
  const { view, company } = g;
  const noun = stateByNoun.get(key);
  // “A glass **off** a table” is no check mark of glass.
  const isJoined = senseOf(view.at(k + 1)?.senses ?? [], 'stand') !== undefined;
  const next = isJoined ? undefined : view.thingAt(k + 1);
  // “A gold and a red ring” are of two colours.
  const isListed = g.open.adjectives.hasColour || [k - 1, k + 1].some((at) => view.roleAt(at) === 'and');
  // “A **robot** chef” is a robot that cooks, a robot girl still a girl.
  const isOfNext = noun?.isOfLiving !== true || (next && company.isLiving(next) && !isCalled(g, k + 1, next));
  if (noun && next && !isListed && isOfNext) return noun;
  const state = stateByWord.get(key);
  const thing = senseOf(senses, 'thing');
  const isOther = thing !== undefined && thing.rank <= RANK.synonym && thing.names[0] !== state?.person;
  if (!state || isOther || (isListed && state.colour !== undefined)) return undefined;
  const about = next ?? g.lastNamed?.sense;
  if (state.isOfLiving !== true && state.isOfThings !== true) return state;
  return about !== undefined && company.isLiving(about) === (state.isOfLiving === true) ? state : undefined;
}

/** Whether somebody may be called what a person is who is named there. */
const isCalled = ({ company, view }: Gathering, k: number, thing: ThingSense): boolean =>
  company.isPerson(thing) && (isTrade(view.at(k)!.key) || company.outfitOf(view.at(k)!.key, thing) !== undefined);

/** What lies beside or below a thing that is so, or who somebody is; what has no room or no picture is told. */
export function settleStates(g: Gathering): void {
  for (const { state, said, at } of g.states) {
    const one = g.named[at] ?? g.named[at - 1];
    const others = g.named.filter((other) => other !== one);
    const isOne = one === g.named[0] && (one?.count ?? 1) === 1 && one?.sense.isPlural === false;
    // A haunted house has its ghost whatever else is about it.
    const isAbout = state.place !== undefined && others.length < MOST_ABOUT;
    // “A snowman melting **on the beach**”
    const isAlone = isAbout || (isOne && others.length < 2 && others.every(({ sense }) => isPlace(sense.names[0]!)));
    const name = state.below ?? state.beside ?? '';
    const meant = ownValue(state.as ?? {}, one?.sense.names[0] ?? '');
    if (one && meant !== undefined && g.company.has(meant)) one.sense = { ...one.sense, names: [meant] };
    if (state.place !== undefined) bePlaced(g, state.place, said);
    if (one && state.person !== undefined) dance(g, one, state, said);
    else if (isAlone && g.company.has(name)) {
      const stand = state.below !== undefined ? 'on' : g.company.isLiving(one!.sense) ? 'and' : 'with';
      const own = { ...plainNamed(meantThing([name], false), said), stand, isTurned: false } as const;
      const told = `${one?.sense.names[0]} ${g.view.said(0, g.view.spans.length)}`.toLowerCase();
      const colour = MELTED.find(([words]) => words.test(told))?.[1];
      if (colour !== undefined && state.below === 'puddle') own.adjectives.addColour(colour, '');
      g.named.splice(1, 0, own);
    } else if (state.pattern === undefined) g.leaveOut(said, 'mood');
  }
}

/** What the picture of a place shows in its sky. */
const IN_SKY: ReadonlySet<string> = new Set(['moon', 'full moon']);

/** Where what is so is, unless somebody says it; a moon that the place shows is no other. */
function bePlaced({ named, company }: Gathering, place: string, said: string): void {
  const there = named.find(({ sense }) => isPlace(sense.names[0]!));
  if (!company.has(place) || (there && there.sense.names[0] !== 'night sky')) return;
  const moon = named.findIndex(({ sense }, at) => at > 0 && IN_SKY.has(sense.names[0]!));
  if (moon > 0) named.splice(moon, 1);
  if (there) there.sense = { ...there.sense, names: [place] };
  else named.push({ ...plainNamed(meantThing([place], false), said), stand: 'in' });
}

/** What is of another colour than water where it melts, by a word of its caption name or of what is said of it. */
const MELTED: readonly (readonly [words: RegExp, colour: string])[] = [
  [/choc|schoko/, 'brown'],
  [/cheese|butter|käse|queso|fromage/, 'yellow'],
  [/ice cream|popsicle|candy|gummy/, 'pink'],
];

/** Who dances is a dancer, and an animal has notes beside it; two who do so together are close. */
function dance(g: Gathering, one: Gathering['named'][number], { mood = '', person = '' }: State, said: string): void {
  const isOne = (one.count ?? 1) === 1 && !one.sense.isPlural && g.named.length === 1;
  if (g.company.isPerson(one.sense) && isOne && g.company.has(person)) {
    one.sense = { ...one.sense, names: [person], isGuess: true };
    return;
  }
  g.act ??= 'dancing';
  if (!isOne && isDoneTogether(said)) g.leaveOutTogether(said);
  else {
    const shown = g.company.moodCalled(mood);
    if (shown) one.adjectives.addMood({ ...shown, said });
  }
}
