import { ownValue } from '../../basics/index.js';
import { FACE_OF_MOOD, type Feeling } from '../languages/index.js';
import { meantThing, RANK, senseOf } from '../sense.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';

/** “**Monday morning mood**”: who names nothing but how it feels is a face in that mood, with something of it. */
export function takeFeeling(g: Gathering, { face, beside }: Feeling): void {
  const said = g.view.said(0, g.view.spans.length);
  for (const [name, isGuess] of [
    [face, true],
    [beside, false],
  ] as const) {
    const caption = name?.replaceAll('_', ' ');
    if (caption === undefined || !g.company.has(caption)) continue;
    g.named.push({ ...plainNamed(meantThing([caption], isGuess), said), ...(isGuess ? {} : { stand: 'and' }) });
  }
}

/** What says more than what it names, where something else is named. */
const SAYS_MORE: ReadonlySet<string | undefined> = new Set(['action', 'place', 'stand']);

/**
 * Where nothing is named or unknown, what is done and where are the things that are called so, and a mood is a face.
 */
export function settleNothing(g: Gathering): void {
  const { loose, named, occasions, unknown, view, without } = g;
  if (named.length + unknown.length + occasions.length + without.things.length > 0 || g.isNegated) return;
  const span = view.spans.find(
    ({ senses }, k) =>
      // “Moving day” is no sun.
      !senseOf(senses, 'event') &&
      SAYS_MORE.has(view.roleAt(k)) &&
      (senseOf(senses, 'thing')?.rank ?? RANK.kind) < RANK.kind,
  );
  const mood = loose.colours.length === 0 ? loose.moods[0] : undefined;
  const face = mood && ownValue(FACE_OF_MOOD, mood.word);
  if (span) {
    g.takeIn(span.said);
    named.push({ ...plainNamed({ ...senseOf(span.senses, 'thing')!, isGuess: true }, span.said), adjectives: loose });
  } else if (mood && face !== undefined && g.company.has(face))
    named.push(plainNamed(meantThing([face], true), mood.said));
}

const [DELIGHTED, DISMAYED] = ['smiling face with heart-eyes', 'loudly crying face'];

/** “**Me when** pizza”: whoever says it is a face beside what is named, in love with it unless something is amiss. */
export function settleMe(g: Gathering): void {
  const { company, loose, named, states, notes, without } = g;
  if (named.length === 0 || named.some(({ sense }) => company.isLiving(sense) || FACES.test(sense.names[0]!))) return;
  // “Not me **crying** over cheese”: what has no life has no mood.
  const said = loose.moods[0] ?? named.flatMap(({ adjectives }) => adjectives.takeMoods())[0];
  const isAmiss = states.length + without.things.length > 0 || notes.some(({ type }) => type === 'removed');
  const face = (said && ownValue(FACE_OF_MOOD, said.word)) ?? (isAmiss ? DISMAYED : DELIGHTED);
  if (!company.has(face)) return;
  const [first, ...others] = named;
  if (others.length === 0) first!.stand = 'and';
  named.unshift(plainNamed(meantThing([face], false), said?.said ?? ''));
}

/** Who has a mood already. */
const FACES = /\bface\b/;
