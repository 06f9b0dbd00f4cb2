import { RANK, type Sense, senseOf, type Vocabulary } from './sense.js';

/** Letters of a name that may be written in another way. */
const SHORTEST = 5;

/** Names of things as somebody may write them who does not know where their words are parted. */
export interface JoinedNames {
  /** The thing whose name is written otherwise: “tea pot”, “ice-cream”. */
  meantBy(key: string): readonly Sense[] | undefined;
  /** Whether a name has these letters, without gaps and hyphens. */
  hasLetters(letters: string): boolean;
}

export const lettersOf = (key: string) => (PARTED.test(key) ? key.split(/[ -]/).join('') : key);
const PARTED = /[ -]/;

export function joinedNames(english: Vocabulary): JoinedNames {
  const thingOf = (name: string) => {
    const thing = senseOf(english.get(name) ?? [], 'thing');
    return thing && thing.rank <= RANK.synonym ? thing : undefined;
  };
  const known = new Set<string>();
  for (const [name] of english.entries()) if (name.length >= SHORTEST && thingOf(name)) known.add(lettersOf(name));
  return {
    hasLetters: (letters) => known.has(letters),
    meantBy(key) {
      const letters = lettersOf(key);
      if (letters === key || !known.has(letters)) return undefined;
      for (const other of [key.replaceAll('-', ' '), key.replaceAll(' ', '-'), letters]) {
        const thing = other === key || other.length < SHORTEST ? undefined : thingOf(other);
        if (thing) return [thing];
      }
      return undefined;
    },
  };
}
