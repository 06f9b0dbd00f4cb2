import type { Stand } from '../languages/table.js';
import type { PartPhrase } from '../part-phrase.js';
import type { ThingSense } from '../sense.js';
import { Adjectives } from './adjectives.js';

/** A thing with what is said of it. */
export interface Named {
  sense: ThingSense;
  said: string;
  readonly adjectives: Adjectives;
  /** Undefined where the prompt does not say. */
  count: number | undefined;
  /** How it stands to the one before it, and whether the one before stands so to it. */
  stand: Stand | 'and' | undefined;
  isTurned: boolean;
  /** Whether it stands so to the first-named thing: “a cat riding a horse and wearing a crown”. */
  isOfFirst: boolean;
  /** The word for how it stands, as the prompt says it. */
  standSaid: string;
  /** What is said of parts of it. */
  parts: readonly PartPhrase[];
}

/** A phrase whose thing has not come, or is not done with. */
export interface Phrase {
  readonly adjectives: Adjectives;
  count: number | undefined;
  hasStart: boolean;
  thing: Named | undefined;
}

export function emptyPhrase(): Phrase {
  return { adjectives: new Adjectives(), count: undefined, hasStart: false, thing: undefined };
}

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
