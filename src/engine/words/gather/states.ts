import { isDoneTogether } from '../acts.js';
import { STATES, type State } from '../languages/index.js';
import { meantThing, RANK, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';

const stateByWord = byListed(STATES.map((state): [string, State] => [state.words, state]));

/** “**Burnt** toast”, “a snowman **melting**”: how a thing is that is named. @returns whether that is a state */
export function takeState(g: Gathering, k: number, { key, said, senses }: Span): boolean {
  const state = stateByWord.get(key);
  const thing = senseOf(senses, 'thing');
  const isOther = thing !== undefined && thing.rank <= RANK.synonym && thing.names[0] !== state?.person;
  if (!state || isOther || senseOf(senses, 'stand') || g.isNegated) return false;
  if (!g.isThingSaid && !g.view.isThingAhead(k)) return false;
  const { colour, spots, mood, person } = state;
  const shown = mood === undefined ? undefined : g.company.moodCalled(mood);
  const own = g.target(k);
  if (spots !== undefined) own.setPattern({ kind: 'dots', colour: spots }, said);
  if (colour !== undefined && own.colours.length === 0) own.addColour(colour, '');
  if (shown && person === undefined) own.addMood({ ...shown, said });
  if (person !== undefined || state.below !== undefined || state.beside !== undefined)
    g.states.push({ state, said, at: g.named.length });
  return true;
}

/** What lies beside or below a thing that is so, or who somebody is; what has no room or no picture is told. */
export function settleStates(g: Gathering): void {
  for (const { state, said, at } of g.states) {
    const one = g.named[at] ?? g.named[at - 1];
    const isAlone = g.named.length === 1 && (one?.count ?? 1) === 1 && one?.sense.isPlural === false;
    const name = state.below ?? state.beside ?? '';
    if (one && state.person !== undefined) dance(g, one, state, said);
    else if (isAlone && g.company.has(name)) {
      const stand = state.below === undefined ? 'and' : 'on';
      g.named.push({ ...plainNamed(meantThing([name], false), said), stand, isTurned: false });
    } else g.leaveOut(said, 'mood');
  }
}

/** Who dances is a dancer, and an animal has notes beside it; two who do so together are close. */
function dance(g: Gathering, one: Gathering['named'][number], { mood = '', person = '' }: State, said: string): void {
  const isOne = (one.count ?? 1) === 1 && !one.sense.isPlural && g.named.length === 1;
  if (!isOne && isDoneTogether(said)) g.leaveOutTogether(said);
  else if (g.company.isPerson(one.sense) && g.company.has(person))
    one.sense = { ...one.sense, names: [person], isGuess: true };
  else {
    const shown = g.company.moodCalled(mood);
    if (shown) one.adjectives.addMood({ ...shown, said });
  }
}
