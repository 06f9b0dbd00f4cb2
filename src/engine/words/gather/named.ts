import type { Group, GroupWay } from '../../memory/index.js';
import type { Stand } from '../languages/index.js';
import type { PartPhrase } from '../part-phrase.js';
import type { LeftOutWhy } from '../prompt-reading.js';
import type { Sense, ThingSense } from '../sense.js';
import { Adjectives } from './adjectives.js';

/** Pictures that a thing must be drawn by, as others lack what was asked for or have what is not wanted. */
export interface PicturesNeeded {
  /** As the prompt says it. */
  readonly said: string;
  readonly isWanted: boolean;
  /** Slugs. */
  readonly pictures: readonly string[];
  /** What it is that was asked for; a part where absent. */
  readonly why?: LeftOutWhy;
}

/** What somebody wears for whom or what they are dressed as. */
export interface WornAs {
  /** Caption names. */
  readonly worn: readonly string[];
  /** As the prompt says whom. */
  readonly said: string;
  /** Of the first that is worn. */
  readonly colours?: readonly string[];
  /** Whether somebody should be told what that is. */
  readonly isGuess?: boolean;
}

export type OccasionSense = Extract<Sense, { role: 'occasion' }>;

/** A day, a season, a feast or a greeting that a prompt speaks of. */
export interface SaidOccasion extends Omit<OccasionSense, 'role'> {
  /** Empty where it is a part of a name that is told already. */
  readonly said: string;
}

/** A thing with what is said of it. */
export interface Named {
  sense: ThingSense;
  said: string;
  readonly adjectives: Adjectives;
  /** Undefined where the prompt does not say. */
  count: number | undefined;
  /** How so many of it lie on each other; undefined where they do not. */
  way: GroupWay | undefined;
  /** So many that they count as one, once it is known for how many there is room. */
  group?: Group;
  /** How it stands to the one before it, and whether the one before stands so to it. */
  stand: Stand | 'and' | undefined;
  isTurned: boolean;
  /** Whether it stands so to the first-named thing: “a cat riding a horse and wearing a crown”. */
  isOfFirst: boolean;
  /** The word for how it stands, as the prompt says it. */
  standSaid: string;
  /** Whether more is done than standing so: “hugging”. */
  isAct: boolean;
  /** What only some of its pictures show. */
  readonly shownBy: PicturesNeeded[];
  /** What is said of parts of it. */
  parts: readonly PartPhrase[];
  outfit?: WornAs;
  /** Caption name of the fruit that it is called after, which lies on it. */
  topping?: string;
  /** Whether who is named before it is dressed as it. */
  isCostume?: boolean;
}

/** A phrase whose thing has not come, or is not done with. */
export interface Phrase {
  readonly adjectives: Adjectives;
  count: number | undefined;
  way: GroupWay | undefined;
  hasStart: boolean;
  thing: Named | undefined;
  /** Of the thing that has not come. */
  outfit?: WornAs;
}

export function emptyPhrase(): Phrase {
  return { adjectives: new Adjectives(), count: undefined, way: undefined, hasStart: false, thing: undefined };
}

/** A thing of which nothing more is said. */
export const plainNamed = (sense: ThingSense, said: string): Named => ({
  sense,
  said,
  adjectives: new Adjectives(),
  count: 1,
  way: undefined,
  stand: undefined,
  isTurned: false,
  isOfFirst: false,
  standSaid: '',
  isAct: false,
  shownBy: [],
  parts: [],
});

/** Whether it is shown by an emoji, and not spelled. */
export const isOfEmoji = ({ said }: Pick<Named, 'said'>): boolean =>
  /^(?:\p{Extended_Pictographic}|:\S+:$)/u.test(said);

export const areSame = (one: ThingSense, other: ThingSense): boolean =>
  one.names.some((name) => other.names.includes(name));

/** “🐶 a dog on a skateboard 🛹”: emoji that stand by themselves show nothing that is spelled as well. */
export function withoutRepeats(named: readonly Named[]): Named[] {
  return named.filter((one, k) => {
    const isJoined = one.stand !== undefined || !(named[k + 1]?.stand === undefined || named[k + 1]!.stand === 'and');
    const isSaid = (other: Named) => !isOfEmoji(other) && (areSame(other.sense, one.sense) || isSignOf(one, other));
    return isJoined || !isOfEmoji(one) || !named.some(isSaid);
  });
}

/** “Ramen on fire 🔥”: whether a thing is what the mood of another shows already. */
const isSignOf = ({ sense }: Named, { adjectives }: Named): boolean =>
  SIGNS.some(
    ([name, words]) => sense.names.includes(name) && adjectives.moods.some(({ moods }) => words.test(moods.join(' '))),
  );

const SIGNS: readonly (readonly [name: string, words: RegExp])[] = [
  ['fire', /burning/],
  ['zzz', /sleep/],
  ['anger symbol', /angry|furious|raging/],
  ['water drop', /crying|sobbing|sweating/],
  ['sweat droplets', /crying|sobbing|sweating/],
];

/** “Red and blue balloons” are one of each, and so are two; “a red and blue balloon” is one. */
export function eachOfItsOwn(named: Named): Named[] {
  const { count, sense, adjectives, said } = named;
  const parts = adjectives.apart();
  const isOfEach = count === parts.length || (count === undefined && sense.isPlural);
  if (parts.length === 1 || !isOfEach) return [named];
  return parts.map((own, k) => ({
    ...named,
    said: `${own.said} ${said}`,
    adjectives: own,
    count: 1,
    ...(k === 0 ? {} : { stand: 'and', isTurned: false, isOfFirst: false }),
  }));
}
