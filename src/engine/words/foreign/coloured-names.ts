import { senseOf, type ThingSense, type Vocabulary } from '../sense.js';
import { stemsOf } from '../stems.js';

/**
 * Names that are made of a number or a colour and a thing are read word by word, unless the bundle's thing is of that
 * colour: its own could be another.
 */
export function coloured(
  thing: ThingSense | undefined,
  key: string,
  words: Vocabulary | undefined,
): ThingSense | undefined {
  if (!thing || !words) return thing;
  const parts = key.includes(' ') ? key.split(' ') : GLUED.test(key) ? headsOf(key) : [];
  const own = thing.names.join(' ');
  // “dois corações”
  if (key.includes(' ') && senseOf(words.get(parts[0]!) ?? [], 'number')) return undefined;
  const isOther = parts.some((part) => {
    const colour = colourOf(part, words);
    return colour !== undefined && !own.includes(colour);
  });
  return isOther ? undefined : thing;
}

const GLUED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const headsOf = (key: string) =>
  [1, 2, 3, 4].filter((length) => length < key.length).map((length) => key.slice(0, length));

function colourOf(word: string, words: Vocabulary): string | undefined {
  const forms = word.length > 2 ? stemsOf(words.language).forms(word) : [];
  for (const form of [word, ...forms]) {
    const colour = senseOf(words.get(form) ?? [], 'colour');
    if (colour) return colour.colour;
  }
  return undefined;
}
