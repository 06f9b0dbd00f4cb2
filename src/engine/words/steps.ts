import type { Language } from './language.js';
import { captionedNumber } from './numbers.js';
import type { Step } from './phrases.js';

/**
 * What the words of a text do from one of them on.
 * @param words in lower case, without accents
 * @param isAfterThing whether the phrase has its thing already, behind which a colour may follow
 */
export function stepAt(words: readonly string[], start: number, language: Language, isAfterThing: boolean): Step {
  const word = words[start]!;
  const step = { english: word, captioned: word, singular: word, isPlural: false, count: 1, length: 1 };
  // First of all, as “ein” might be a form of “Ei”.
  const little = littleWord(word, language);
  if (little) return { ...step, ...little };
  const thing = language.thingAt(words, start);
  const colour = language.colourOf(word);
  // An orange is a fruit, but not before or behind a cat.
  if (colour && (!thing || isAfterThing || language.thingAt(words, start + 1))) {
    return { ...step, role: 'colour', ...colour };
  }
  if (!thing) return { ...step, role: language.isFamiliar(word) ? 'familiar' : 'unknown' };
  const { captioned: singular, english, length } = thing;
  const asked = words.slice(start, start + length).join(' ');
  // What captions have in the plural is longer than its singular.
  const isPlural = asked !== singular && asked.length >= singular.length;
  // English captions have plurals too.
  const captioned = language.isEnglish ? asked : singular;
  return { role: 'thing', english, captioned, singular, isPlural, count: 1, length };
}

type LittleWord = Pick<Step, 'role'> & Partial<Step>;

function littleWord(word: string, { wording, isEnglish, mostThings }: Language): LittleWord | undefined {
  if (word === ',') return { role: 'comma' };
  const count = /^[1-9]\d?$/.test(word) ? Number(word) : wording.numbers[word];
  if (count !== undefined) return { role: 'begins', captioned: captionedNumber(word, count, mostThings), count };
  if (wording.articles.includes(word)) return { role: 'begins' };
  if (wording.otherArticles.includes(word)) {
    return { role: 'begins', captioned: '', count: wording.hasCases ? 1 : undefined };
  }
  if (word === wording.and) return { role: 'links' };
  if (wording.otherLinks.includes(word)) return { role: 'links', captioned: isEnglish ? word : wording.and };
  return undefined;
}
