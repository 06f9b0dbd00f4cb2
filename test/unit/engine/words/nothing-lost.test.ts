import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { joinEmoji } from '../../../../src/engine/words/emoji-things.js';
import { fold } from '../../../../src/engine/words/fold.js';
import { foreignNames } from '../../../../src/engine/words/foreign/index.js';
import { createPromptReader } from '../../../../src/engine/words/prompt-reader.js';
import { shippedWordTables } from '../../../../src/engine/words/word-tables.js';

/** How people name two things in a language; 1 and 2 stand for their names. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  de: ['1 mit 2', 'trauriger 1 mit 2', '1 und 2', '1 auf 2'],
  fr: ['1 avec 2', '1 et 2', '1 sur 2'],
  es: ['1 con 2', '1 triste con 2', '1 y 2'],
  pt: ['1 com 2', '1 e 2', '1 triste com 2'],
  it: ['1 con 2', '1 e 2', '1 triste con 2'],
  nl: ['1 met 2', '1 en 2', '1 op 2'],
  pl: ['1 z 2', '1 i 2', 'smutny 1 z 2', '1 na 2'],
  cs: ['1 s 2', '1 a 2', '1 na 2'],
  sk: ['1 s 2', '1 a 2', '1 na 2'],
  sv: ['1 med 2', '1 och 2'],
  tr: ['1 ve 2', '1 ile 2', 'üzgün 1 ve 2'],
  ru: ['1 с 2', '1 и 2', 'грустный 1 с 2'],
  uk: ['1 з 2', '1 і 2', '1 на 2'],
};
const PROMPTS = 40;
const GROUPS: ReadonlySet<string> = new Set(['animals-nature', 'food-drink']);

const bundle = await loadBundle('models/stickers');
const tables = shippedWordTables();
const reader = createPromptReader(bundle);

/**
 * By language, single words that name an animal, a plant or a food and nothing else (“rose” is pink in French), and the
 * things that they name.
 */
function namesByLanguage(): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const emoji = joinEmoji(bundle, tables);
  const foreign = foreignNames(bundle, tables, emoji);
  const isName = (word: string, language: string) =>
    foreign.senses(word, 1, language)?.every(({ role }) => role === 'thing') === true;
  const groups = new Map(bundle.memory.things.map(({ name, group }) => [name, group]));
  const found = new Map<string, Map<string, string[]>>();
  const letters = [...'abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшщэюя'];
  for (const listed of letters.flatMap((letter) => tables.names.startingWith(letter, 1e6))) {
    const { text } = listed;
    if (text.length < 4 || text.includes(' ')) continue;
    const numbers = listed.payload();
    for (let isLast = false; !isLast; ) {
      const head = numbers.next();
      const languages = tables.languages[numbers.next()]!;
      isLast = (head & 1) === 1;
      // Wings are those of whoever is named before.
      const things = emoji.thingsOf(head >> 2).filter((name) => name !== 'wing' && GROUPS.has(groups.get(name) ?? ''));
      if ((head & 2) === 0 || things.length === 0) continue;
      for (const language of languages.filter((one) => Object.hasOwn(TEMPLATES, one) && isName(text, one))) {
        const names = found.get(language) ?? new Map<string, string[]>();
        found.set(language, names.set(text, [...(names.get(text) ?? []), ...things]));
      }
    }
  }
  return found;
}

/** Numbers below 1, the same at every run. */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** Whether a prompt's word is drawn, told or refused. */
function isAccountedFor(prompt: string, word: string, names: readonly string[]): boolean {
  const { things, notes, finish } = reader.read(prompt, { locale: 'en-US' });
  const isDrawn = things.some((thing) => thing.names.some((name) => names.includes(name)) || fold(thing.said) === word);
  // A Spaniard's cake is what English pictures are painted in.
  return isDrawn || finish === word || notes.some(({ said }) => fold(said).split(' ').includes(word));
}

describe('a known noun is drawn, told or refused, wherever it stands', () => {
  const named = namesByLanguage();
  it.each(Object.entries(TEMPLATES))('in %s', (language, templates) => {
    const nouns = [...named.get(language)!];
    const numbers = numbersFrom(nouns.length);
    const pick = <One>(list: readonly One[]) => list[Math.floor(numbers.next().value * list.length)]!;
    const lost: string[] = [];
    for (let k = 0; k < PROMPTS; k++) {
      const [one, other] = [pick(nouns), pick(nouns)];
      const prompt = pick(templates).replace('1', one[0]).replace('2', other[0]);
      for (const [word, names] of [one, other])
        if (!isAccountedFor(prompt, word, names)) lost.push(`${word} in “${prompt}”`);
    }
    expect(lost).toEqual([]);
  });
});
