import { ownValue } from '../../basics/index.js';
import { isDoneTogether } from '../acts.js';
import { MADE_OF, OF_STUFF, STATES, type State } from '../languages/index.js';
import { meantThing, RANK, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';

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
  apply(g, k, state, span.said);
  return 1;
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
  const next = view.thingAt(k + 1);
  // “A gold and a red ring” are of two colours.
  const isListed = g.open.adjectives.hasColour || [k - 1, k + 1].some((at) => view.roleAt(at) === 'and');
  if (noun && next && !isListed && (noun.isOfLiving !== true || company.isLiving(next))) return noun;
  const state = stateByWord.get(key);
  const thing = senseOf(senses, 'thing');
  const isOther = thing !== undefined && thing.rank <= RANK.synonym && thing.names[0] !== state?.person;
  if (!state || isOther || (isListed && state.colour !== undefined)) return undefined;
  const about = next ?? g.lastNamed?.sense;
  if (state.isOfLiving !== true && state.isOfThings !== true) return state;
  return about !== undefined && company.isLiving(about) === (state.isOfLiving === true) ? state : undefined;
}

/** What lies beside or below a thing that is so, or who somebody is; what has no room or no picture is told. */
export function settleStates(g: Gathering): void {
  for (const { state, said, at } of g.states) {
    const one = g.named[at] ?? g.named[at - 1];
    const isAlone = g.named.length === 1 && (one?.count ?? 1) === 1 && one?.sense.isPlural === false;
    const name = state.below ?? state.beside ?? '';
    const meant = ownValue(state.as ?? {}, one?.sense.names[0] ?? '');
    if (one && meant !== undefined && g.company.has(meant)) one.sense = { ...one.sense, names: [meant] };
    if (one && state.person !== undefined) dance(g, one, state, said);
    else if (isAlone && g.company.has(name)) {
      const stand = state.below !== undefined ? 'on' : g.company.isLiving(one!.sense) ? 'and' : 'with';
      g.named.push({ ...plainNamed(meantThing([name], false), said), stand, isTurned: false });
    } else if (state.pattern === undefined) g.leaveOut(said, 'mood');
  }
}

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
