import { findBlocked, resolveBlocklist } from '../src/core/policy/blocklist/blocklist.js';
import { shippedWordTables } from '../src/engine/words/word-tables.js';
import { countDisguises, countFalseAlarms } from '../test/support/blocklist-samples.js';
import type { Row, Section } from './section.js';

const EACH_KIND = 400;
const EACH_SOURCE = 4000;
const SEED = 1;
const TERMS = 500;
const LENGTHS = [400, 4000, 40_000];
const WORDS = 'a happy cat wearing a crown and riding a rocket over the moon, two dogs; ';
const SIGNS = 'f* |_ 5$ (a) ';

/**
 * How many disguised terms the blocklist finds, how often it is wrong about innocent prompts, and how long it takes.
 */
export function blocklist(): Promise<Section> {
  const kinds = countDisguises(EACH_KIND, SEED);
  const sources = countFalseAlarms(EACH_SOURCE);
  const rows: Row[] = [...Object.entries(kinds), ...Object.entries(sources)].map(([what, { tried, found }]) => ({
    what,
    'of them': what in kinds ? 'disguised' : 'innocent',
    tried,
    found,
    'found, %': (100 * found) / tried,
  }));
  const total = (tallies: typeof kinds) => {
    const [tried, found] = (['tried', 'found'] as const).map((key) =>
      Object.values(tallies).reduce((sum, tally) => sum + tally[key], 0),
    ) as [number, number];
    return `${found} of ${tried} (${((100 * found) / tried).toFixed(2)} %)`;
  };
  return Promise.resolve({
    name: 'blocklist',
    title: 'Blocked words',
    rows,
    notes: [`Found of the disguised: ${total(kinds)}. Alarms at the innocent: ${total(sources)}.`, ...times()],
  });
}

/**
 * CPU time of this process, the median of ten, with as many terms as a place may have and the built-in list besides.
 */
function times(): string[] {
  const { kinds } = shippedWordTables();
  const nouns = kinds.startingWith('', Number.MAX_SAFE_INTEGER).map(({ text }) => text);
  const step = Math.floor(nouns.length / TERMS);
  const blocked = Array.from({ length: TERMS }, (_, k) => nouns[k * step]!).filter((noun) => !WORDS.includes(noun));
  const lists = {
    'with 500 terms': resolveBlocklist({ blocked, useBuiltInBlocklist: false }),
    'with the built-in list too': resolveBlocklist({ blocked }),
  };
  return Object.entries(lists).map(([name, terms]) => {
    const of = (part: string) =>
      LENGTHS.map((length) => {
        const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
        const found = Array.from({ length: 10 }, () => cpuMs(() => findBlocked(text, terms))).sort((a, b) => a - b);
        return `${length} characters ${found[5]!.toFixed(1)} ms`;
      }).join(', ');
    of(WORDS);
    return `Time ${name}: words, ${of(WORDS)}; signs that may be letters, ${of(SIGNS)}.`;
  });
}

function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
