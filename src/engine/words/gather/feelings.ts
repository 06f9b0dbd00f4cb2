import { ownValue } from '../../basics/index.js';
import { isPlace } from '../../memory/index.js';
import type { Moment } from '../feelings.js';
import { FACE_OF_MOOD } from '../languages/index.js';
import { meantThing, RANK, senseOf } from '../sense.js';
import type { Company } from './company.js';
import type { Gathering } from './gathering.js';
import { type Named, plainNamed } from './named.js';

/** Who is named beside a moment, and what besides them there is room for. */
const MOST_BESIDE = 2;

/**
 * “**Monday morning mood**”: who names nothing but how it feels is a face in that mood, with something of it and where
 * it is. What it is spent with is in place of that, and who is named in that of the face.
 */
export function takeMoment(g: Gathering, moment: Moment): void {
  const { named, company } = g;
  const { face, said, airs } = moment;
  const [first] = named;
  const place = named.find(({ sense }) => isPlace(sense.names[0]!));
  const isLived = first !== undefined && company.isLiving(first.sense);
  const isSomewhere = place !== undefined && named.length === 1;
  const isRoom = place === undefined && named.length <= MOST_BESIDE;
  if (moment.company === 'of' && !isSomewhere && !(isLived && isRoom)) {
    g.leaveOut(said, 'occasion');
    return;
  }
  if (isSomewhere) named.pop();
  const caption = captionOf(face);
  if (!isLived && company.has(caption)) {
    const [spent] = named;
    if (spent) spent.stand ??= 'holding';
    named.unshift(plainNamed(meantThing([caption], spent === undefined), said));
  } else if (first?.adjectives.isEmpty === true) moodOf(face, company, first);
  if (named.length === 1 && moment.beside !== undefined) join(g, [captionOf(moment.beside)], moment.stand ?? 'and');
  const places = isSomewhere ? place.sense.names : moment.places;
  if ((isRoom || isSomewhere) && places) join(g, places, 'in');
  g.airs.push(...airs.map((air) => ({ air, said })));
}

const captionOf = (name: string) => name.replaceAll('_', ' ');

/** The first of some things that a bundle has, beside what was named. */
function join(g: Gathering, names: readonly string[], stand: Named['stand']): void {
  const name = names.find((one) => g.company.has(one));
  if (name === undefined) return;
  g.named.push({ ...plainNamed(meantThing([name], false), name), stand });
}

/** Who is named is in the mood of a face. */
function moodOf(face: string, company: Company, { adjectives }: Named): void {
  const [word] = Object.entries(FACE_OF_MOOD).find(([, one]) => one === captionOf(face)) ?? [];
  const mood = word === undefined ? undefined : company.moodCalled(word);
  if (mood) adjectives.addMood({ ...mood, said: '' });
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
