import type { FoundThing, Language } from './language.js';
/** What a word, or some, does in a text. */
export type Step = {
  length: number;
  isExact: boolean;
} /** `isOpen` where no thing need follow: “the one that is red”. */ & (
  | { role: 'begins'; count: number | undefined; isOpen: boolean }
  | { role: 'links'; english: string }
  /** `whole` where it is also the first word of a name: “crying cat”. */
  | { role: 'colour' | 'mood'; english: string; whole: string | undefined }
  | ({ role: 'thing' } & FoundThing)
  /** `style` where the text says in which to draw; other familiar words name nothing, but the bundle's prompts have them. */
  | { role: 'familiar'; style: string | undefined }
  | { role: 'comma' | 'idle' | 'unknown' }
);

/** Words that an adjective may be away from its thing: “crying little red cat”. */
const REACH = 4;

/**
 * What the words of a text do from one of them on.
 * @param words in lower case, without accents
 * @param isAfterThing whether the phrase has its thing already, behind which an adjective may follow
 */
export function stepAt(words: readonly string[], start: number, language: Language, isAfterThing: boolean): Step {
  const word = words[start]!;
  if (word === ',') return { role: 'comma', length: 1, isExact: true };
  const style = styleAt(words, start, language);
  if (style) return style;
  const mood = language.moodAt(words, start);
  // “on fire” before “on”.
  if (mood && mood.length > 1) return { role: 'mood', ...mood, whole: undefined };
  // Before things, as “ein” might be a form of “Ei”.
  const begins = beginsAt(word, language);
  if (begins) return begins;
  const thing = language.thingAt(words, start);
  const link = language.linkAt(words, start);
  if (link && link.length >= (thing?.length ?? 0)) return { role: 'links', ...link };
  const adjective = adjectiveAt(words, start, language, thing, isAfterThing);
  if (adjective) return adjective;
  if (thing) return { role: 'thing', ...thing };
  if (language.wording.idle.includes(word)) return { role: 'idle', length: 1, isExact: true };
  if (language.isFamiliar(word)) return { role: 'familiar', style: undefined, length: 1, isExact: true };
  return { role: 'unknown', length: 1, isExact: false };
}

/** A colour or mood, also where it could be a thing: an orange is a fruit, but not before or behind a cat. */
function adjectiveAt(
  words: readonly string[],
  start: number,
  language: Language,
  thing: FoundThing | undefined,
  isAfterThing: boolean,
): Step | undefined {
  const colour = language.colourAt(words, start);
  const found = colour ?? language.moodAt(words, start);
  if (!found || (thing && !isAfterThing && !isThingAhead(words, start + found.length, language))) return undefined;
  // Behind its thing, what could be another one is an adjective only where it is nothing longer.
  if (thing && isAfterThing && thing.length > found.length) return undefined;
  const whole = thing?.isName && thing.length > found.length ? thing.english : undefined;
  return { role: colour ? 'colour' : 'mood', ...found, whole };
}

function isThingAhead(words: readonly string[], from: number, language: Language): boolean {
  let isThing = false;
  for (let k = from; k < Math.min(words.length, from + REACH); k++) {
    const link = language.linkAt(words, k);
    // “an orange and brown camel”
    if (link?.english === 'and' && language.colourAt(words, k + 1)) continue;
    if (words[k] === ',' || beginsAt(words[k]!, language) || link) break;
    isThing ||= language.thingAt(words, k) !== undefined;
    const isAdjective = language.colourAt(words, k) ?? language.moodAt(words, k);
    if (!isAdjective && (isThing || !language.isFamiliar(words[k]!))) break;
  }
  return isThing;
}

/** “flat style”, “estilo flat”, and “, flat” at the end. */
function styleAt(words: readonly string[], start: number, language: Language): Step | undefined {
  const [word, next] = [words[start]!, words[start + 1]];
  const isNamed = next !== undefined && STYLE.test(word) && language.isStyle(next);
  if (isNamed) return { role: 'familiar', style: next, length: 2, isExact: true };
  if (!language.isStyle(word)) return undefined;
  if (next !== undefined && STYLE.test(next)) return { role: 'familiar', style: word, length: 2, isExact: true };
  const isLast = next === undefined && words[start - 1] === ',';
  return isLast ? { role: 'familiar', style: word, length: 1, isExact: true } : undefined;
}

/** “Style” in every language that we know. */
const STYLE = /^(style|stil|estilo|stile|stijl)$/;

function beginsAt(word: string, { wording }: Language): Step | undefined {
  const count = /^[1-9]\d?$/.test(word) ? Number(word) : wording.numbers[word];
  if (count !== undefined) return { role: 'begins', count, isOpen: false, length: 1, isExact: true };
  if (wording.articles.includes(word)) return { role: 'begins', count: 1, isOpen: false, length: 1, isExact: true };
  if (!wording.otherArticles.includes(word)) return undefined;
  return { role: 'begins', count: wording.hasCases ? 1 : undefined, isOpen: true, length: 1, isExact: true };
}
