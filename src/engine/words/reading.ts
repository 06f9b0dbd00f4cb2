import { type Language, languagesOf, type NamingManifest } from './language.js';
import { withoutAccents, wordsOf } from './spelling.js';

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
  /** In the order of the text. */
  readonly things: readonly NamedThing[];
  /** The words, without accents, that the language knows. */
  readonly understood: ReadonlySet<string>;
  /** How many words these are, repeated ones too, and how many of them captions have just so. */
  readonly counts: { understood: number; exact: number };
  /** The text word by word as captions would have it; words that are not understood stay. */
  readonly captioned: readonly string[];
}

/** A text in the one of the bundle's languages that knows most of its words, in as few other forms as may be; English where others know no more. */
export function readPrompt(prompt: string, manifest: NamingManifest): Reading {
  const words = wordsOf(prompt).map(withoutAccents);
  const readings = languagesOf(manifest).map((language) => read(words, language));
  return readings.reduce((best, reading) => (isBetter(reading, best) ? reading : best));
}

function isBetter({ counts }: Reading, best: Reading): boolean {
  if (counts.understood !== best.counts.understood) return counts.understood > best.counts.understood;
  return !best.isEnglish && counts.exact > best.counts.exact;
}

/** An English text, whatever it sounds like. */
export function readEnglish(text: string, manifest: NamingManifest): Reading {
  return read(wordsOf(text).map(withoutAccents), languagesOf(manifest)[0]!);
}

/** What a word does in a text, and what captions have in its place. */
interface Step {
  role: 'colour' | 'thing' | 'begins' | 'links' | 'comma' | 'unknown';
  english: string;
  captioned: string;
  length: number;
}

function read(words: readonly string[], language: Language): Reading {
  const things: { thing: string; colours: string[] }[] = [];
  const understood: string[] = [];
  const captioned: string[] = [];
  let exact = 0;
  let waiting: string[] = [];
  // The thing of the phrase that the reading is in: an adjective may follow its noun.
  let current: { colours: string[] } | undefined;
  const endPhrase = () => {
    current?.colours.push(...waiting);
    if (current) waiting = [];
    current = undefined;
  };
  for (let k = 0; k < words.length; ) {
    const step = stepAt(words, k, language, current !== undefined);
    if (step.role === 'colour') waiting.push(step.english);
    else if (step.role === 'thing') {
      current = { colours: waiting };
      things.push({ thing: step.english, colours: waiting });
      waiting = [];
    } else if (step.role !== 'unknown') endPhrase();
    if (step.role === 'begins') waiting = [];
    const asked = words.slice(k, k + step.length);
    if (step.role !== 'unknown' && step.role !== 'comma') {
      understood.push(...asked);
      if (step.captioned === asked.join(' ')) exact += step.length;
    }
    if (step.captioned !== '') captioned.push(step.captioned);
    k += step.length;
  }
  endPhrase();
  return {
    isEnglish: language.isEnglish,
    things,
    understood: new Set(understood),
    counts: { understood: understood.length, exact },
    captioned,
  };
}

function stepAt(words: readonly string[], start: number, language: Language, isInPhrase: boolean): Step {
  const word = words[start]!;
  const little = littleWord(word, language);
  // First of all, as “ein” might be a form of “Ei”.
  if (little) return { ...little, english: word, length: 1 };
  const thing = language.thingAt(words, start);
  const colour = language.colourOf(word);
  // An orange is a fruit, but not before or behind a cat.
  if (colour && (!thing || isInPhrase || language.thingAt(words, start + 1))) {
    return { role: 'colour', ...colour, length: 1 };
  }
  if (thing) return { role: 'thing', ...thing };
  return { role: 'unknown', english: word, captioned: word, length: 1 };
}

function littleWord(word: string, { wording }: Language): Pick<Step, 'role' | 'captioned'> | undefined {
  if (word === ',') return { role: 'comma', captioned: word };
  if (/^[123]$/.test(word) || wording.articles.includes(word)) return { role: 'begins', captioned: word };
  const number = wording.numbers[word];
  if (number !== undefined) return { role: 'begins', captioned: number };
  if (word === wording.and || wording.otherLinks.includes(word)) return { role: 'links', captioned: wording.and };
  if (wording.otherArticles.includes(word)) return { role: 'begins', captioned: '' };
  return undefined;
}
