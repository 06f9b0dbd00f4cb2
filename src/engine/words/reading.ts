import { type Language, languagesOf, type NamingManifest } from './language.js';
import { countThings, type Phrase, PhraseGatherer } from './phrases.js';
import { withoutAccents, wordsOf } from './spelling.js';
import { type Step, stepAt } from './steps.js';

/** A thing that a text names, with what it says of it. */
export interface NamedThing {
  /** One of the bundle's concepts. */
  thing: string;
  /** Another of them, which the thing may be together with the word before it: the keyboard of “musical keyboard”. */
  whole: string | undefined;
  /** Plain English names without “light” or “dark”. */
  colours: readonly string[];
  /** English words for moods, as a prompt or a description has them. */
  moods: readonly string[];
}

/** What one language makes of a text. */
export interface Reading {
  readonly language: Language;
  /** Each with its thing. */
  readonly phrases: readonly Phrase[];
  /** In the order of the text; two of a thing are there twice, more than the bundle can paint as often as it can. */
  readonly things: readonly NamedThing[];
  /** How many things there are, even if the bundle cannot paint as many. */
  readonly total: number;
  /** The style that the text asks for. */
  readonly style: string | undefined;
  /** Words, without accents, that nothing knows. None where the bundle does not list the words of its prompts. */
  readonly unknown: ReadonlySet<string>;
  /** How many words are of the language, and how many of them stand as they are listed. */
  readonly counts: { known: number; exact: number };
}

/** A text in the one of the bundle's languages that knows most of its words, in as few other forms as may be; English where others know no more. */
export function readPrompt(prompt: string, manifest: NamingManifest): Reading {
  const words = wordsOf(prompt).map(withoutAccents);
  const readings = languagesOf(manifest).map((language) => read(words, language));
  return readings.reduce((best, reading) => (isBetter(reading, best) ? reading : best));
}

function isBetter({ counts }: Reading, best: Reading): boolean {
  if (counts.known !== best.counts.known) return counts.known > best.counts.known;
  return !best.language.isEnglish && counts.exact > best.counts.exact;
}

/** An English text, whatever it sounds like. */
export function readEnglish(text: string, manifest: NamingManifest): Reading {
  return read(wordsOf(text).map(withoutAccents), languagesOf(manifest)[0]!);
}

/** “light-blue” is two words where no name has it. */
function splitAtHyphens(word: string, language: Language): string[] {
  if (!word.includes('-') || language.isHyphenated(word)) return [word];
  return stepAt([word], 0, language, false).role === 'unknown' ? word.split('-').filter((part) => part !== '') : [word];
}

function read(text: readonly string[], language: Language): Reading {
  const words = text.flatMap((word) => splitAtHyphens(word, language));
  const gatherer = new PhraseGatherer(language.isEnglish);
  const unknown = new Set<string>();
  const counts = { known: 0, exact: 0 };
  let style: string | undefined;
  for (let k = 0; k < words.length; ) {
    const step = stepAt(words, k, language, gatherer.isAfterThing);
    gatherer.add(step);
    if (step.role === 'unknown') unknown.add(words[k]!);
    if (step.role === 'familiar') style ??= step.style;
    if (isOf(language, step)) {
      counts.known += step.length;
      if (step.isExact) counts.exact += step.length;
    }
    k += step.length;
  }
  const phrases = withPlurals(gatherer.finish(), language.mostThings);
  const things = phrases.flatMap(({ thing, whole, colours, moods, count }) =>
    new Array<NamedThing>(Math.min(count, language.mostThings)).fill({ thing: thing!.english, whole, colours, moods }),
  );
  return { language, phrases, things, total: countThings(phrases), style, unknown, counts };
}

/** Whether a step speaks for the language. Words that only English prompts have speak for English; names of styles are in all. */
function isOf({ isEnglish }: Language, step: Step): boolean {
  if (step.role === 'familiar') return isEnglish && step.style === undefined;
  return step.role !== 'unknown' && step.role !== 'comma';
}

/** Where a text has a thing in the plural without a number there are two, if a picture can have so many. */
function withPlurals(phrases: readonly Phrase[], most: number): Phrase[] {
  let total = countThings(phrases);
  return phrases.map((phrase) => {
    if (!phrase.thing || !phrase.isMore || total >= most) return phrase;
    total += 1;
    return { ...phrase, count: 2 };
  });
}
