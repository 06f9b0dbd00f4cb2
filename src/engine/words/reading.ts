import { type Language, languagesOf, type NamingManifest } from './language.js';
import { NUMBERS } from './numbers.js';
import { countThings, type Phrase, PhraseGatherer } from './phrases.js';
import { withoutAccents, wordsOf } from './spelling.js';
import { stepAt } from './steps.js';

/** A thing that a text names, with its colours. */
export interface NamedThing {
  /** One of the bundle's concepts. */
  thing: string;
  /** Plain English names without “light” or “dark”. */
  colours: readonly string[];
}

/** What one language makes of a text. */
export interface Reading {
  readonly language: Language;
  readonly phrases: readonly Phrase[];
  /** In the order of the text; two of a thing are there twice, more than the bundle can paint as often as it can. */
  readonly things: readonly NamedThing[];
  /** How many things there are, even if the bundle cannot paint as many. */
  readonly total: number;
  /** Words, without accents, that captions have in no form. None where the bundle does not say which they have. */
  readonly unknown: ReadonlySet<string>;
  /** How many words the language knows, and how many of them captions have just so. */
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

/** “light-blue” is two words where captions have no such name. */
function splitAtHyphens(word: string, language: Language): string[] {
  return stepAt([word], 0, language, false).role === 'unknown' ? word.split('-').filter((part) => part !== '') : [word];
}

function read(text: readonly string[], language: Language): Reading {
  const words = text.flatMap((word) => splitAtHyphens(word, language));
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
  const phrases = withPlurals(gatherer.finish(), language.mostThings);
  const things = phrases.flatMap(({ thing, colours, count }) =>
    thing ? new Array<NamedThing>(Math.min(count, language.mostThings)).fill({ thing: thing.english, colours }) : [],
  );
  return { language, phrases, things, total: countThings(phrases), unknown, counts };
}

/** Where a text has a thing in the plural without a number there are two, if a picture can have so many. */
function withPlurals(phrases: readonly Phrase[], most: number): Phrase[] {
  let total = countThings(phrases);
  return phrases.map((phrase) => {
    if (!phrase.thing || !phrase.isMore || total >= most) return phrase;
    total += 1;
    return { ...phrase, start: NUMBERS[2], count: 2 };
  });
}
