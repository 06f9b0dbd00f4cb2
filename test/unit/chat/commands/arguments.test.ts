import { describe, expect, it } from 'vitest';
import { checkArguments, findExecutable } from '../../../../src/chat/commands/arguments.js';
import type { OptionSpec } from '../../../../src/chat/commands/command.js';
import { ArgumentError } from '../../../../src/chat/errors/argument-errors.js';
import { refusalText } from '../../../../src/chat/errors/error-text.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { commands } from '../../commands/support/commands.js';

const OPTIONS: readonly OptionSpec[] = [
  { name: 'prompt', type: 'text', maxLength: 10, isRequired: true },
  { name: 'count', type: 'integer', min: 1, max: 9 },
  { name: 'guidance', type: 'number', min: 1, max: 20 },
  { name: 'private', type: 'flag' },
  { name: 'kind', type: 'choice', choices: ['palette', 'boxes'] },
  { name: 'user', type: 'user' },
  { name: 'id', type: 'text', maxLength: 20, pattern: /^[a-z]{3}$/ },
];

function refused(values: Record<string, string | number | boolean>): ArgumentError {
  try {
    checkArguments(OPTIONS, { prompt: 'a cat', ...values });
  } catch (error) {
    if (error instanceof ArgumentError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('checkArguments', () => {
  it.each([
    ['count', '4', 4],
    ['count', 4, 4],
    ['count', ' 4 ', 4],
    ['guidance', '7.5', 7.5],
    ['guidance', '7,5', 7.5],
    ['guidance', '8 %', 8],
    ['private', 'yes', true],
    ['private', 'Nein', false],
    ['private', false, false],
    ['kind', 'PALETTE', 'palette'],
    ['user', 'U123', 'U123'],
    ['id', 'abc', 'abc'],
  ])('reads %s from %j', (name, value, expected) => {
    expect(checkArguments(OPTIONS, { prompt: 'a cat', [name]: value })).toEqual({ prompt: 'a cat', [name]: expected });
  });

  it('leaves out what is absent or empty, and takes control characters away', () => {
    expect(checkArguments(OPTIONS, { prompt: ' a\u0000\u001b[31m cat', count: undefined, kind: '  ' })).toEqual({
      prompt: 'a[31m cat',
    });
  });

  it('counts characters, not UTF-16 units', () => {
    expect(checkArguments(OPTIONS, { prompt: '🐱'.repeat(10) })).toEqual({ prompt: '🐱'.repeat(10) });
    expect(refused({ prompt: '🐱'.repeat(11) }).data).toMatchObject({ option: 'prompt', why: 'too_long' });
  });

  it.each([
    ['prompt', '', 'missing', '“prompt” is needed.'],
    ['count', '4.5', 'not_whole', '“count” must be a whole number from 1 to 9.'],
    ['count', 'many', 'not_whole', '“count” must be a whole number from 1 to 9.'],
    ['count', '1e0', 'not_whole', '“count” must be a whole number from 1 to 9.'],
    ['count', 10, 'out_of_range', '“count” must be from 1 to 9.'],
    ['count', Number.NaN, 'not_whole', '“count” must be a whole number from 1 to 9.'],
    ['guidance', 'NaN', 'not_number', '“guidance” must be a number from 1 to 20.'],
    ['guidance', 'Infinity', 'not_number', '“guidance” must be a number from 1 to 20.'],
    ['private', 'perhaps', 'not_flag', '“private” is either yes or no.'],
    ['kind', 'depth', 'not_choice', '“kind” must be one of: palette, boxes.'],
    ['user', 'two words', 'not_mention', '“user” must name a user of this chat, as you mention them in a message.'],
    ['id', 'ABCD', 'bad_form', '“ABCD” cannot be used for “id”. `help` shows how it is written.'],
    ['hue', 3, 'unknown_option', 'There is no option “hue”. To draw those words, put them in quotes.'],
  ])('refuses %s of %j: %s', (name, value, why, text) => {
    const error = refused({ [name]: value });
    expect(error).toMatchObject({ code: 'bad_value', data: { option: name, why } });
    expect(refusalText(error, { t: createTranslator('en'), locale: 'en', now: new Date() })).toBe(text);
  });

  it('says in German what is wrong', () => {
    const german = { t: createTranslator('de'), locale: 'de', now: new Date() };
    expect(refusalText(refused({ count: 10 }), german)).toBe('„count“ muss zwischen 1 und 9 liegen.');
  });
});

describe('findExecutable', () => {
  it.each(['imagine', 'quota set', 'latents  show', ' help '])('finds %s', (path) => {
    expect(findExecutable(commands, path)?.run).toBeTypeOf('function');
  });

  it.each(['', 'quota', 'quota toString', 'imagine now', 'quota set now', 'constructor'])(
    'finds nothing for %j',
    (path) => {
      expect(findExecutable(commands, path)).toBeUndefined();
    },
  );
});
