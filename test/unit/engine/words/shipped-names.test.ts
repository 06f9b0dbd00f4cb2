import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Manifest, manifestSchema } from '../../../../src/engine/bundle/manifest.js';
import { readPrompt } from '../../../../src/engine/words/reading.js';

const manifest: Manifest = manifestSchema.parse(JSON.parse(readFileSync('models/stickers/kaleido.json', 'utf8')));
const ARTICLES = { de: 'ein', fr: 'un', es: 'un', it: 'un', pt: 'um', nl: 'een' };

// A few names are those of several things (“burro”), have a number or a mood in them (“zwei Herzen”), or are English too.
it.each(Object.entries(ARTICLES))(
  'nearly all names of the shipped bundle are read as their things: %s',
  (language, article) => {
    const names = Object.entries(manifest.names![language]!.things);
    const missed = names.filter(([name, thing]) => {
      const { things, language: read } = readPrompt(`${article} ${name}`, manifest);
      const [first] = things;
      return read.isEnglish || things.length !== 1 || ![first!.thing, first!.whole].includes(thing);
    });
    expect(names.length).toBeGreaterThan(1000);
    expect(missed.length, missed.join('; ')).toBeLessThan(names.length * 0.03);
  },
);

it('the names take little room', () => {
  expect(JSON.stringify(manifest.names).length).toBeLessThan(600_000);
});
