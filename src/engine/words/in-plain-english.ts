import { ownValue } from '../basics/index.js';
import { plainName } from '../memory/index.js';
import { plural } from './plurals.js';
import type { AskedThing } from './prompt-reading.js';

const NUMBERS: Readonly<Record<number, string>> = {
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
};
/** How prompts of the captions' kind join things by a relation. */
const JOINTS: Readonly<Record<string, string>> = { beside: 'and' };

/** What a thing is worded by. */
export interface WordedThing extends Pick<AskedThing, 'names' | 'colours' | 'count' | 'group' | 'parts'> {
  /** English words for its moods. */
  readonly moodWords: readonly string[];
}

/**
 * A prompt as those were that a bundle has learned from: “two sad red cats, flat style”, “a cat on a moon”, “a cat, a
 * dog and a car”. Several of one thing stand there alone; beside another, each is named.
 */
export function inPlainEnglish(
  things: readonly WordedThing[],
  relations: readonly string[],
  style: string | undefined,
): string {
  const parts = things.flatMap((thing, k) => {
    const joint = k === 0 ? undefined : (ownValue(JOINTS, relations[k - 1]!) ?? relations[k - 1]!);
    if (thing.count === 1 || things.length === 1) return [{ joint, text: said(thing) }];
    return Array.from({ length: thing.count }, (_, n) => ({
      joint: n === 0 ? joint : 'and',
      text: said({ ...thing, count: 1 }),
    }));
  });
  const text = parts.reduce((before, { joint, text: part }, k) => {
    if (k === 0) return part;
    const isList = joint === 'and' && parts[k + 1]?.joint === 'and';
    return isList ? `${before}, ${part}` : `${before} ${joint} ${part}`;
  }, '');
  return style === undefined ? text : `${text}, ${style} style`;
}

function said({ names, colours, moodWords, count: alone, group, parts = [] }: WordedThing): string {
  const count = group?.copies ?? alone;
  // Of a man with beard it is said what beard.
  const first = plainName(names[0]!);
  const name = parts.length === 0 ? first : first.replace(/ with .*$/, '');
  const noun = count > 1 ? plural(name) : name;
  // “in love”, “on fire”
  const late = moodWords.filter((mood) => mood.includes(' '));
  const early = moodWords.filter((mood) => !mood.includes(' '));
  // “with pink hair and blue eyes”
  const coloured = parts.map(({ part, colour }, k) => `${k === 0 ? 'with' : 'and'} ${colour} ${part}`);
  const words = [...early, colours.join(' and '), noun, ...late, ...coloured].filter((word) => word !== '').join(' ');
  if (count > 1) return `${NUMBERS[count] ?? count} ${words}`;
  // “sunglasses”
  if (/[^s]s$/.test(name) && plural(name) === name) return words;
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
