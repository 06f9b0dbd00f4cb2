import { expect, it } from 'vitest';
import { LANGUAGE_TABLES } from '../../../../src/engine/words/languages/index.js';
import { readAhead } from '../../../../src/engine/words/read-ahead.js';
import { shippedReader } from './shipped-reader.js';

it('reads a prompt in every language that has words of its own', async () => {
  const reader = await shippedReader();
  const languages = new Set<string>();
  readAhead({
    read(prompt, options) {
      const reading = reader.read(prompt, options);
      expect(reading.things.length, prompt).toBeGreaterThan(0);
      languages.add(reading.language);
      return reading;
    },
  });
  expect(Object.keys(LANGUAGE_TABLES).filter((language) => !languages.has(language))).toEqual([]);
});
