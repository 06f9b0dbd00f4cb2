import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AskedThing, PromptReading } from '../../../../src/engine/words/prompt-reading.js';
import { shippedReader } from './shipped-reader.js';

/**
 * Prompts, their language, and what they ask for: behind a colon the colours of parts, in brackets what is drawn
 * instead, “[relation]” between things.
 */
const rows = readFileSync(new URL('parts.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [string, string, string]);

function summaryOf({ names, colours, count, parts, standIns }: AskedThing): string {
  const noun = [...(count > 1 ? [count] : []), ...colours, names[0]].join(' ');
  const coloured = parts === undefined ? '' : `: ${parts.map(({ part, colour }) => `${part} ${colour}`).join(', ')}`;
  return `${noun}${coloured}${standIns === undefined ? '' : ` (${standIns.map(({ thing }) => thing).join(', ')})`}`;
}

const summary = ({ things, relations }: PromptReading): string =>
  things.map((thing, k) => `${k === 0 ? '' : ` [${relations[k - 1]}] `}${summaryOf(thing)}`).join('');

const reader = await shippedReader();

describe('parts that have a colour of their own, in many languages', () => {
  it.each(rows)('%s (%s): %s', (prompt, language, asked) => {
    const reading = reader.read(prompt);
    expect(summary(reading)).toBe(asked);
    expect(reading.language).toBe(language);
    const told = reading.notes.filter(({ type }) => type !== 'read-as');
    // Of two colours one is left out.
    expect(told).toHaveLength(prompt.includes('pink and blue') ? 1 : 0);
  });

  it.each([
    ['a cat with pink hair', 'pink hair'],
    ['a teapot with green eyes', 'green eyes'],
    ['old man with a blue beard', 'blue beard'],
    ['une théière aux yeux verts', 'yeux verts'],
  ])('are told as left out where nothing shows them: %s', (prompt, said) => {
    expect(reader.read(prompt).notes).toContainEqual({ type: 'left-out', said, why: 'part' });
  });

  it('are not taken from what is not wanted', () => {
    expect(reader.read('a girl without pink hair').things[0]!.parts).toBeUndefined();
  });

  it('is worded with what was read', () => {
    expect(reader.read('schwarze Katze mit grünen Augen').worded).toBe('a black cat with green eyes');
    expect(reader.read('a girl with pink hair').worded).toBe('a girl with pink hair');
  });

  it('adds the things that differ in their hair alone, of which the colour may be natural', () => {
    expect(reader.read('white haired man').things[0]!.names).toEqual(
      expect.arrayContaining(['man', 'man with white hair']),
    );
    expect(reader.read('man with a white beard').things[0]!.names).toEqual(['man with beard', 'person with beard']);
  });
});
