import { readFileSync } from 'node:fs';
import { englishDataset } from 'obscenity';
import { findBlocked, resolveBlocklist } from '../../src/core/policy/blocklist/blocklist.js';
import { createRng } from '../../src/engine/basics/rng.js';
import { shippedWordTables } from '../../src/engine/words/word-tables.js';
import { DISGUISES } from './disguises.js';

/** Terms of many scripts, lengths and kinds. */
export const DISGUISED_TERMS = (
  'spider|weapon|blood|clown|needle|snake|corpse|dragon|rival brand|quokka|fascist|ass|gun|skull|zombie|volcano|umbrella|guitar|pirate|hedgehog|jacket|whisky|quiz|' +
  'паук|оружие|кровь|медведь|αράχνη|φεγγάρι|عنكبوت|مسدس|שלום|蜘蛛|武器|犬小屋|거미|고양이|मकड़ी|हथियार|แมงมุม|müller|größe|spinne|araignée|jalapeño|køtt|łódź'
).split('|');

/** Terms as a server may block them, short ones among them, which other words hold or come near to. */
export const USUAL_TERMS = (
  'ass|tit|cock|rape|sex|nazi|gun|kill|drug|cum|anal|porn|nude|naked|blood|gore|hell|damn|crap|slut|whore|hooker|terrorist|bomb|weapon|spider|suicide|murder|hitler|trump|putin|clown|' +
  'fat|ugly|dead|die|hate|racist|fascist|skull|zombie|ghost|devil|satan|weed|cocaine|heroin|beer|wine|vodka|cigarette|gay|jew|isis|war|rat|bat|rival brand|god|jesus|hoe|coon|spic|dyke|butt'
).split('|');

const CARRIERS = [
  '%',
  'a %',
  'a % on the wall',
  'please paint a happy cat with a % and a rocket',
  'cat, %, dog',
  '(%)!',
  'red %',
];

export interface Tally {
  tried: number;
  found: number;
  /** What was not found of what should be, or found of what should not. */
  wrong: string[];
}

/** Each kind of disguise, tried so many times with terms of `DISGUISED_TERMS` among ordinary words. */
export function countDisguises(each: number, seed: number): Record<string, Tally> {
  const terms = resolveBlocklist({ blocked: DISGUISED_TERMS, useBuiltInBlocklist: false });
  return Object.fromEntries(
    Object.entries(DISGUISES).map(([kind, disguise]) => {
      const stream = createRng(seed, kind);
      const rng = () => stream.uniform();
      const tally: Tally = { tried: 0, found: 0, wrong: [] };
      // Some terms cannot be written so: others are drawn for them.
      for (let draw = 0; tally.tried < each && draw < each * 20; draw++) {
        const term = DISGUISED_TERMS[Math.floor(rng() * DISGUISED_TERMS.length)]!;
        const written = disguise(term, rng);
        if (written === null || written === term) continue;
        const text = CARRIERS[Math.floor(rng() * CARRIERS.length)]!.replace('%', () => written);
        tally.tried += 1;
        if (findBlocked(text, terms) !== null) tally.found += 1;
        else tally.wrong.push(`${term}: ${text}`);
      }
      return [kind, tally];
    }),
  );
}

/**
 * Prompts that say nothing that is listed, by where their words are from: so many at least of each, where there are as
 * many.
 */
export function innocentPrompts(each: number): Record<string, string[]> {
  const { english, kinds } = shippedWordTables();
  const all = Number.MAX_SAFE_INTEGER;
  const lines = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8').split('\n');
  const spread = (texts: readonly string[]) => {
    const step = Math.max(1, texts.length / each);
    return Array.from({ length: Math.min(each, texts.length) }, (_, k) => texts[Math.floor(k * step)]!);
  };
  const textsOf = (table: typeof english) => table.startingWith('', all).map(({ text }) => text);
  const sources = {
    'words of WordNet': spread(textsOf(english)).map((word) => `a ${word}`),
    'nouns of WordNet': spread(textsOf(kinds)).map((noun) => `a painting of a ${noun} with a cat`),
    places: spread(lines('../fixtures/blocklist/places.txt').filter((name) => name !== '')).map(
      (name) => `the harbour of ${name} at night`,
    ),
    'prompts of the reading tests': lines('../unit/engine/words/prompts.tsv').flatMap(
      (line) => line.split('\t')[0]!.split('|')[0] || [],
    ),
  };
  const isListed = listedWords();
  return Object.fromEntries(
    Object.entries(sources).map(([source, texts]) => [source, texts.filter((text) => !isListed(text))]),
  );
}

/** Whether a text says a listed word as it is, or with an ending of English: then it is no false alarm. */
function listedWords(): (text: string) => boolean {
  const profane = englishDataset
    .build()
    .blacklistedTerms.flatMap(
      ({ id }) =>
        englishDataset.getPayloadWithPhraseMetadata({ termId: id, matchLength: 0, startIndex: 0, endIndex: 0 })
          .phraseMetadata?.originalWord ?? [],
    );
  const listed = new Set([...profane, ...USUAL_TERMS.filter((term) => !term.includes(' '))]);
  const bare = (word: string) => [
    word,
    ...['s', 'es', 'ed', 'er', 'ing', 'y'].flatMap((ending) =>
      word.endsWith(ending) ? [word.slice(0, -ending.length)] : [],
    ),
  ];
  return (text) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) =>
        bare(word).some(
          (form) =>
            listed.has(form) || (form.length > 3 && listed.has(form.slice(0, -1)) && form.at(-1) === form.at(-2)),
        ),
      );
}

/** Each source of innocent prompts, against the built-in list and `USUAL_TERMS` together. */
export function countFalseAlarms(each: number): Record<string, Tally> {
  const terms = resolveBlocklist({ blocked: USUAL_TERMS });
  return Object.fromEntries(
    Object.entries(innocentPrompts(each)).map(([source, texts]) => {
      const wrong = texts.flatMap((text) => {
        const term = findBlocked(text, terms);
        return term === null ? [] : [`${text}: ${term}`];
      });
      return [source, { tried: texts.length, found: wrong.length, wrong }];
    }),
  );
}
