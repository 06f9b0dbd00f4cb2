import { type Language, languagesOf, type NamingManifest } from './language.js';
import { PhraseGatherer, type Step } from './phrases.js';
import { withoutAccents, wordsOf } from './spelling.js';
import { worded } from './worded.js';

/** A thing that a text names, with its colours. */
export interface NamedThing {
  /** One of the bundle's concepts. */
  thing: string;
  /** Plain English names without “light” or “dark”. */
  colours: readonly string[];
}

/** What one language makes of a text. */
export interface Reading {
  readonly isEnglish: boolean;
  /** In the order of the text; two of a thing are there twice, more than the bundle can paint as often as it can. */
  readonly things: readonly NamedThing[];
  /** How many things there are, even if the bundle cannot paint as many. */
  readonly total: number;
  /** Words, without accents, that captions have in no form. None where the bundle does not say which they have. */
  readonly unknown: ReadonlySet<string>;
  /** How many words the language knows, and how many of them captions have just so. */
  readonly counts: { known: number; exact: number };
  /** The text as captions would word it, without accents, in lower case; the same words where it is worded so. */
  readonly captioned: string;
}

/** A text in the one of the bundle's languages that knows most of its words, in as few other forms as may be; English where others know no more. */
export function readPrompt(prompt: string, manifest: NamingManifest): Reading {
  const words = wordsOf(prompt).map(withoutAccents);
  const readings = languagesOf(manifest).map((language) => read(words, language));
  return readings.reduce((best, reading) => (isBetter(reading, best) ? reading : best));
}

function isBetter({ counts }: Reading, best: Reading): boolean {
  if (counts.known !== best.counts.known) return counts.known > best.counts.known;
  return !best.isEnglish && counts.exact > best.counts.exact;
}

/** An English text, whatever it sounds like. */
export function readEnglish(text: string, manifest: NamingManifest): Reading {
  return read(wordsOf(text).map(withoutAccents), languagesOf(manifest)[0]!);
}

function read(words: readonly string[], language: Language): Reading {
  const gatherer = new PhraseGatherer();
  const unknown = new Set<string>();
  const counts = { known: 0, exact: 0 };
  for (let k = 0; k < words.length; ) {
    const step = stepAt(words, k, language, gatherer.isAfterThing);
    const asked = words.slice(k, k + step.length).join(' ');
    gatherer.add(step);
    if (step.role === 'unknown') unknown.add(asked);
    if (step.role !== 'unknown' && step.role !== 'familiar' && step.role !== 'comma') {
      counts.known += step.length;
      if (step.captioned === asked) counts.exact += step.length;
    }
    k += step.length;
  }
  const phrases = gatherer.phrases();
  const things = phrases.flatMap(({ thing, colours, count }) =>
    thing ? new Array<NamedThing>(Math.min(count, language.mostThings)).fill({ thing: thing.english, colours }) : [],
  );
  const total = phrases.reduce((sum, { thing, count }) => sum + (thing ? count : 0), 0);
  return { isEnglish: language.isEnglish, things, total, unknown, counts, captioned: worded(phrases, language) };
}

function stepAt(words: readonly string[], start: number, language: Language, isAfterThing: boolean): Step {
  const word = words[start]!;
  const step = { english: word, captioned: word, singular: word, count: 1, length: 1 };
  const little = littleWord(word, language);
  // First of all, as “ein” might be a form of “Ei”.
  if (little) return { ...step, ...little };
  const thing = language.thingAt(words, start);
  const colour = language.colourOf(word);
  // An orange is a fruit, but not before or behind a cat.
  if (colour && (!thing || isAfterThing || language.thingAt(words, start + 1))) {
    return { ...step, role: 'colour', ...colour };
  }
  if (!thing) return { ...step, role: language.isFamiliar(word) ? 'familiar' : 'unknown' };
  const { captioned: singular, english, length } = thing;
  // English captions have plurals too.
  const captioned = language.isEnglish ? words.slice(start, start + length).join(' ') : singular;
  return { ...step, role: 'thing', english, captioned, singular, length };
}

/** Numbers as captions write them, from 0. */
const NUMBERS = ['', '', 'two', 'three', 'four', 'five', 'six'];

function littleWord(
  word: string,
  { wording, isEnglish, mostThings }: Language,
): (Partial<Step> & Pick<Step, 'role'>) | undefined {
  if (word === ',') return { role: 'comma' };
  const isDigits = /^[1-9]\d?$/.test(word);
  const count = isDigits ? Number(word) : wording.numbers[word];
  if (count !== undefined) {
    const isPossible = count <= mostThings;
    return {
      role: 'begins',
      captioned: isDigits && isPossible ? word : (NUMBERS[Math.min(count, mostThings)] ?? word),
      count,
    };
  }
  if (wording.articles.includes(word)) return { role: 'begins' };
  if (wording.otherArticles.includes(word)) return { role: 'begins', captioned: '' };
  if (word === wording.and) return { role: 'links' };
  if (wording.otherLinks.includes(word)) return { role: 'links', captioned: isEnglish ? word : wording.and };
  return undefined;
}
