import { Command } from 'commander';
import { expect, test } from 'vitest';
import { imagineIn } from '../../../../commands/index.js';
import type { CommandSpec } from '../../../../src/chat/commands/command.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { withDeclaredFlags } from '../../../../src/cli/declared/declared-flags.js';

const t = createTranslator('en');

function commandOf(spec: CommandSpec, without: readonly string[] = [], texts = {}): Command {
  const command = new Command(spec.name).exitOverride().configureOutput({ writeErr: () => {} });
  return withDeclaredFlags(command, spec, t, { without, texts });
}

test('every option of the chat’s command is a flag, but for the words to draw and what was left out', () => {
  const spec = imagineIn([]);
  const names = spec.execute!.options.map(({ name }) => name);
  const flags = commandOf(spec, ['private', 'thing', 'image']).options.map(({ long }) => long!.slice(2));
  expect(flags).toEqual(names.filter((name) => !['prompt', 'private', 'thing', 'image'].includes(name)));
});

test('an option that is declared tomorrow is a flag with its range, its choices and its text', () => {
  const spec: CommandSpec = {
    name: 'imagine',
    execute: {
      options: [
        { name: 'count', type: 'integer', min: 3, max: 5 },
        { name: 'style', type: 'choice', choices: ['flat', 'shaded'] },
      ],
      run: () => Promise.reject(new Error('Flags run nothing.')),
    },
  };
  const command = commandOf(spec);
  expect(command.helpInformation()).toMatch(/--count <n>\s+how many pictures \(3–5\)/);
  expect(() => command.parse(['--count', '6'], { from: 'user' })).toThrow(
    expect.objectContaining({
      code: 'bad_option',
      data: { why: 'flag_not_whole', option: '--count', text: '6', min: 3, max: 5 },
    }),
  );
  expect(() => command.parse(['--style', 'oil'], { from: 'user' })).toThrow('Allowed choices are flat, shaded');
  expect(commandOf(spec).parse(['--count', '4', '--style', 'flat'], { from: 'user' }).opts()).toEqual({
    count: 4,
    style: 'flat',
  });
});

test('a text may be given several times where the chat allows it, and a flag is off unless given', () => {
  const command = commandOf(imagineIn([]), ['thing', 'image'], { pin: 'Other words' });
  expect(command.helpInformation()).toContain('other words; repeatable');
  expect(command.parse(['--pin', 'palette=red', '--pin', 'a'], { from: 'user' }).opts()).toMatchObject({
    pin: ['palette=red', 'a'],
    latents: false,
  });
});
