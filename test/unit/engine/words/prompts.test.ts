import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PromptReading } from '../../../../src/engine/words/prompt-reading.js';
import { shippedReader } from './shipped-reader.js';

/**
 * Prompts as people type them, what language they are in, and what they ask for: things with their count, colours and
 * the first of their moods, before these “{…}” over them, “[relation]” between them, the style and the finish behind
 * commas, and behind a minus what is not wanted. A locale follows the prompt after a bar. The first forty were written
 * before there were any rules.
 */
const rows = readFileSync(new URL('prompts.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [string, string, string]);

function summary({ things, relations, style, finish, without }: PromptReading): string {
  const named = things.map(({ names, colours, moods, count: alone, group, pattern }, k) => {
    const count = group?.copies ?? alone;
    const words = [
      ...(count > 1 ? [count] : []),
      ...(pattern ? [`{${[pattern.colour, pattern.kind].filter((word) => word !== undefined).join(' ')}}`] : []),
      ...colours,
      ...moods.slice(0, 1).map((mood) => `(${mood})`),
      names[0],
    ];
    return `${k === 0 ? '' : ` [${relations[k - 1]}] `}${words.join(' ')}`;
  });
  const excluded = [...without.things, ...without.colours, ...without.moods];
  return `${named.join('')}${style ? `, ${style}` : ''}${finish ? `, ${finish}` : ''}${excluded.length > 0 ? ` - ${excluded.join(', ')}` : ''}`;
}

describe('prompts in many languages', async () => {
  const reader = await shippedReader();
  it.each(rows)('%s (%s): %s', (prompt, language, asked) => {
    const [text = '', locale] = prompt.split('|');
    const reading = reader.read(text, locale === undefined ? {} : { locale });
    expect(summary(reading)).toBe(asked);
    expect(reading.language).toBe(language);
  });
});
