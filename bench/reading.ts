import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPromptReader, type PromptReader, readAhead } from '../src/engine/words/index.js';
import type { Row, Section } from './section.js';
import { ROOT, type Setup } from './setup.js';
import { summarise, timed } from './timing.js';

/** What somebody may write who writes much, in many languages. */
const TEXTS = readFileSync(join(ROOT, 'bench', 'prompts', 'much.txt'), 'utf8')
  .trimEnd()
  .split('\n');
const MUCH_CHARACTERS = 400;
const LONGEST = 39_000;
const LONG: Readonly<Record<string, string>> = {
  '39,000 characters of these texts': repeated(TEXTS.join(' ')),
  '39,000 × 猫': repeated('猫'),
};
/** Segmentations that are timed together: one is too short. */
const TIMES = 20;

/**
 * How long prompts take to read whose words were not read before, in processor time and in times of what ICU (in
 * Node, as `Intl.Segmenter`) takes to part the same text into words, in turn with it.
 */
export async function reading({ bundle, rounds }: Setup): Promise<Section> {
  const rows: Row[] = [];
  const add = (work: string, ours: readonly number[], theirs: readonly number[], aim: string) => {
    const reading = summarise(ours).median;
    const toTheirs = theirs.length > 0 ? reading / summarise(theirs).median : '–';
    rows.push({ work, 'median, ms': reading * 1000, 'to ICU': toTheirs, aim });
  };
  const texts = TEXTS.map((text) => text.slice(0, MUCH_CHARACTERS));
  const first = await readersTimes(bundle, texts);
  add('400 characters, the first texts of a process', first.ours, first.theirs, '–');
  const runs = [first];
  for (let round = 0; round < rounds; round++) runs.push(await readersTimes(bundle, texts));
  const least = (whose: 'ours' | 'theirs') => texts.map((_, k) => Math.min(...runs.map((run) => run[whose][k]!)));
  add('400 characters, by compiled code', least('ours'), least('theirs'), '≤ 5 ms');
  for (const [work, text] of Object.entries(LONG)) {
    const reader = newReader(bundle);
    // V8 copies the whole text for each word that ICU finds: of long ones that takes quadratic time.
    const { processor } = await timed(async () => reader.read(text));
    add(work, [processor], [], '–');
  }
  return {
    name: 'reading',
    title: 'Reading prompts',
    rows,
    notes: [
      `${texts.length} texts of ${MUCH_CHARACTERS} characters, each new to its reader; by compiled code: the least of ` +
        `${rounds + 1} new readers for each text.`,
    ],
  };
}

function newReader(bundle: Setup['bundle']): PromptReader {
  const reader = createPromptReader(bundle);
  readAhead(reader);
  return reader;
}

/** Of each text, read once by a new reader. */
async function readersTimes(bundle: Setup['bundle'], texts: readonly string[]) {
  const reader = newReader(bundle);
  const times: Awaited<ReturnType<typeof timesOf>>[] = [];
  for (const text of texts) times.push(await timesOf(reader, text));
  return { ours: times.map(({ ours }) => ours), theirs: times.map(({ theirs }) => theirs) };
}

/** Seconds of the processor that a text takes to read, and to part into words. */
async function timesOf(reader: PromptReader, text: string): Promise<{ ours: number; theirs: number }> {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const theirs = await timed(async () => {
    let words = 0;
    for (let time = 0; time < TIMES; time++)
      for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
    return words;
  });
  const ours = await timed(async () => reader.read(text));
  return { ours: ours.processor, theirs: theirs.processor / TIMES };
}

function repeated(text: string): string {
  return text.repeat(Math.ceil(LONGEST / text.length)).slice(0, LONGEST);
}
