import { describe, expect, it } from 'vitest';
import type { CommandSpec, Executable, OptionSpec } from '../../../../src/chat/commands/command.js';
import { commandsChecked } from '../../../../src/chat/commands/command-check.js';
import { commands } from '../../commands/support/commands.js';

const imagine = commands.find(({ name }) => name === 'imagine')!;
const run: Executable['run'] = async () => ({ type: 'none' });
const withOptions = (options: OptionSpec[], more: Partial<Executable> = {}): CommandSpec => ({
  name: 'imagine',
  execute: { options, run, ...more },
});
const flag = (name: string): OptionSpec => ({ name, type: 'flag' });

it('takes the commands that there are', () => {
  expect(commandsChecked(commands)).toBe(commands);
});

describe('a declaration is refused with', () => {
  it.each<[string, readonly CommandSpec[], RegExp]>([
    ['a name in capitals', [{ ...imagine, name: 'Imagine' }], /\/Imagine name: must be 1–32 lower-case/],
    ['a name that is too long', [{ ...imagine, name: 'a'.repeat(33) }], /name: must be 1–32/],
    ['neither what runs nor subcommands', [{ name: 'imagine' }], /either execute or subcommands/],
    ['both', [{ ...imagine, subcommands: { show: { options: [], run } } }], /either execute or subcommands/],
    ['no subcommand', [{ name: 'imagine', subcommands: {} }], /1–25 subcommands/],
    ['the same name twice', [imagine, imagine], /\/imagine is declared twice/],
    ['an option twice', [withOptions([flag('private'), flag('private')])], /has an option twice/],
    ['too many options', [withOptions(Array.from({ length: 26 }, (_, i) => flag(`o${i}`)))], /<=25|at most 25/],
    [
      'a required option after another',
      [withOptions([flag('private'), { name: 'prompt', type: 'text', maxLength: 5, isRequired: true }])],
      /required options first/,
    ],
    ['a positional flag', [withOptions([flag('private')], { positional: 'private' })], /no flag/],
    ['a positional option that is not there', [withOptions([], { positional: 'prompt' })], /positional/],
    [
      'a range that is upside down',
      [withOptions([{ name: 'count', type: 'integer', min: 9, max: 1 }])],
      /min below max/,
    ],
    ['no choices', [withOptions([{ name: 'kinds', type: 'choice', choices: [] }])], />=1|at least 1/],
    [
      'a pattern that has a state',
      [withOptions([{ name: 'code', type: 'text', maxLength: 9, pattern: /x/g }])],
      /g flag/,
    ],
    ['a flag that negates another', [withOptions([flag('private'), flag('no-private')])], /negation/],
    ['no text in the catalogue', [withOptions([flag('hue')])], /no text for option\.imagine\.hue/],
  ])('%s', (_what, wrong, message) => {
    expect(() => commandsChecked(wrong)).toThrow(message);
  });
});
