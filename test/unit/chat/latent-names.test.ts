import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../../commands/index.js';
import { parseCommandText } from '../../../src/chat/commands/argument-text.js';
import { checkArguments, findExecutable } from '../../../src/chat/commands/arguments.js';
import { executablesOf } from '../../../src/chat/commands/command-texts.js';
import { splitPins } from '../../../src/chat/commands/common-options.js';
import { CATALOGUES } from '../../../src/chat/i18n/locales.js';
import { createTranslator } from '../../../src/chat/i18n/translate.js';
import { kindName } from '../../../src/chat/text/latent-words.js';
import { KIND_NAMES, kindNamed, LATENT_KINDS } from '../../../src/engine/latents/index.js';

const commands = commandsFor({ styles: ['flat'], groups: ['animals'] });
const names = Object.values(KIND_NAMES);

/**
 * What only the kinds' own names, and other words for the same, would be. Tokens of Discord and Slack are something
 * else.
 */
const STRAY: Readonly<Record<string, RegExp>> = {
  en: /\bblobs?\b|\bellipses?\b|\b(?:visual )?tokens?\b(?![^.]*(?:DISCORD|SLACK))|\bpatterns?\b/i,
  de: /\bblobs?\b|\bellipsen?\b|\btokens?\b(?![^.]*(?:DISCORD|SLACK))|\bmuster\b|\bkästen\b|\bboxen\b/i,
};

describe('a kind of latent has one name for people', () => {
  it.each(Object.entries(CATALOGUES))('in the texts of %s', (language, catalogue) => {
    const stray = STRAY[language];
    if (stray === undefined) throw new Error(`Say which words for latents are stray in ${language}.`);
    for (const [key, text] of Object.entries(catalogue)) {
      // Those of Discord and Slack are what these settings hold.
      if (key.startsWith('host.bad_setting.')) continue;
      // The branches of a choice are named by the kinds themselves.
      const shown = text.replace(/\b[a-z_]+ \{/g, '{');
      expect(shown, key).not.toMatch(stray);
    }
  });

  it('which in English is the word that is written, but for its first letter', () => {
    const t = createTranslator('en');
    for (const kind of LATENT_KINDS) expect(kindName(t, kind).toLowerCase()).toBe(KIND_NAMES[kind]);
  });

  it('in every option and choice of the commands, and in their examples', () => {
    const former = LATENT_KINDS.filter((kind) => KIND_NAMES[kind] !== kind);
    for (const { path, executable } of commands.flatMap(executablesOf)) {
      const said = [
        ...executable.options.map(({ name }) => name),
        ...executable.options.flatMap((option) => (option.type === 'choice' ? option.choices : [])),
        ...(executable.examples ?? []).flatMap((example) => example.split(/[\s=,]+/)),
      ];
      for (const kind of former) expect(said, path).not.toContain(kind);
    }
  });

  it('in the README, in the list of commands and in the help of the command line', async () => {
    const texts = await Promise.all(
      ['README.md', 'docs/commands.md', 'src/cli/imagine/add-imagine.ts'].map((file) => readFile(file, 'utf8')),
    );
    for (const text of texts) {
      expect(text).not.toMatch(/\bblobs\b|(?:^|[^\w])`?tokens`?=|\bvisual tokens\b/);
    }
    for (const name of names) expect(texts[0]).toContain(`| \`${name}\` |`);
  });
});

describe('names that earlier versions showed', () => {
  it.each([
    ['blobs', 'blobs'],
    ['Shapes', 'blobs'],
    ['TOKENS', 'tokens'],
    [' texture ', 'tokens'],
    ['palette', 'palette'],
    ['style', undefined],
    ['constructor', undefined],
  ])('%j is read as %s', (word, kind) => {
    expect(kindNamed(word)).toBe(kind);
  });

  it('still work as choices, as options and in pins', () => {
    const edit = findExecutable(commands, 'latents edit')!;
    expect(checkArguments(edit.options, { kind: 'blobs', value: 'x' })).toMatchObject({ kind: 'shapes' });
    const splice = findExecutable(commands, 'latents splice')!;
    expect(checkArguments(splice.options, { blobs: 2, texture: 3 })).toEqual({ shapes: 2, texture: 3 });
    expect(parseCommandText(commands, '/latents splice --tokens 1 --shapes 2', 'imagine').values).toEqual({
      texture: '1',
      shapes: '2',
    });
    expect(splitPins('blobs=64,64,40,20,30 palette=red texture=1,2')).toEqual([
      'blobs=64,64,40,20,30',
      'palette=red',
      'texture=1,2',
    ]);
  });

  it('never take a name that was not declared', () => {
    const splice = findExecutable(commands, 'latents splice')!;
    expect(() => checkArguments(splice.options, { constructor: 1 })).toThrow();
    const pin = findExecutable(commands, 'latents pin')!;
    expect(() => checkArguments(pin.options, { kind: 'constructor' })).toThrow();
  });
});
