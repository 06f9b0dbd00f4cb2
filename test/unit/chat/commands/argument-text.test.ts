import { describe, expect, it } from 'vitest';
import { parseCommandText, type ResolveMention } from '../../../../src/chat/commands/argument-text.js';
import { checkArguments, findExecutable } from '../../../../src/chat/commands/arguments.js';
import { executablesOf } from '../../../../src/chat/commands/command-texts.js';
import { ArgumentError } from '../../../../src/chat/errors/argument-errors.js';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { commands } from '../../commands/support/commands.js';

const slack: ResolveMention = (text, type) => {
  const [, sign, id] = /^<([@#])(\w+)(?:\|[^>]*)?>$/.exec(text) ?? [];
  return id !== undefined && sign === (type === 'channel' ? '#' : '@') ? id : null;
};
const parse = (text: string) => parseCommandText(commands, text, 'imagine', slack);
const refusal = (text: string) => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof ArgumentError) return { code: error.code, ...error.data };
    throw error;
  }
};

describe('a text in a chat', () => {
  it.each([
    ['a cat and a pizza', 'imagine', { prompt: 'a cat and a pizza' }],
    ['imagine a cat', 'imagine', { prompt: 'a cat' }],
    ['/imagine a cat', 'imagine', { prompt: 'a cat' }],
    ['Imagine a cat', 'imagine', { prompt: 'a cat' }],
    ['a cat --variety 80 --seed 7', 'imagine', { prompt: 'a cat', variety: '80', seed: '7' }],
    ['--seed 7 a cat --variety=80 on a sofa', 'imagine', { prompt: 'a cat on a sofa', seed: '7', variety: '80' }],
    ['a cat --private', 'imagine', { prompt: 'a cat', private: true }],
    ['a cat --no-private', 'imagine', { prompt: 'a cat', private: false }],
    ['a cat --private=no', 'imagine', { prompt: 'a cat', private: 'no' }],
    ["a cat's hat and the dogs' bowl", 'imagine', { prompt: "a cat's hat and the dogs' bowl" }],
    ["rock 'n' roll", 'imagine', { prompt: "rock 'n' roll" }],
    ['“a cat --private”', 'imagine', { prompt: 'a cat --private' }],
    ['a sign that says "hello --you"', 'imagine', { prompt: 'a sign that says "hello --you"' }],
    ['a cat —variety 80', 'imagine', { prompt: 'a cat', variety: '80' }],
    ['a cat —black and white', 'imagine', { prompt: 'a cat —black and white' }],
    ['a cat -- sitting', 'imagine', { prompt: 'a cat -- sitting' }],
    ['a cat--dog', 'imagine', { prompt: 'a cat--dog' }],
    ['a 5" nail', 'imagine', { prompt: 'a 5" nail' }],
    ['a cat --aspect 16:9', 'imagine', { prompt: 'a cat', aspect: '16:9' }],
    ['a cat --ar 16:9 --seed 7', 'imagine', { prompt: 'a cat', aspect: '16:9', seed: '7' }],
    ['a cat —ar 16:9', 'imagine', { prompt: 'a cat', aspect: '16:9' }],
    ['a cat aspect:16:9 on a sofa', 'imagine', { prompt: 'a cat on a sofa', aspect: '16:9' }],
    ['aspect:16x9 a cat', 'imagine', { prompt: 'a cat', aspect: '16x9' }],
    ['a cat aspect:17:9', 'imagine', { prompt: 'a cat', aspect: '17:9' }],
    ['aspect:ratio of a cat seed:7 style:zorpy', 'imagine', { prompt: 'aspect:ratio of a cat seed:7 style:zorpy' }],
    ['a cat "aspect:16:9"', 'imagine', { prompt: 'a cat "aspect:16:9"' }],
    ['a cat --pin “boxes=cat 0,8,32,56”', 'imagine', { prompt: 'a cat', pin: 'boxes=cat 0,8,32,56' }],
    [
      'a cat --pin boxes="cat 0,8,32,56" --pin palette=red',
      'imagine',
      { prompt: 'a cat', pin: 'boxes=cat 0,8,32,56\npalette=red' },
    ],
    ['"--variety"', 'imagine', { prompt: '--variety' }],
    ['"history"', 'imagine', { prompt: 'history' }],
    ['history', 'history', {}],
    ['/history --everyone', 'history', { everyone: true }],
    ['history of a cat', 'imagine', { prompt: 'history of a cat' }],
    ['help', 'help', {}],
    ['help quota set', 'help', { command: 'quota set' }],
    ['help me draw a cat', 'imagine', { prompt: 'help me draw a cat' }],
    ['show me a cat', 'imagine', { prompt: 'show me a cat' }],
    ['describe fox.png', 'describe', { picture: 'fox.png' }],
    ['describe :our_fox:', 'describe', { picture: ':our_fox:' }],
    ['describe a fox', 'imagine', { prompt: 'describe a fox' }],
    ['/describe "our fox.png"', 'describe', { picture: 'our fox.png' }],
    ['show 0123456789ab', 'show', { id: '0123456789ab' }],
    ['reroll 2', 'reroll', { cell: '2' }],
    ['reroll the dice', 'imagine', { prompt: 'reroll the dice' }],
    ['latents in a wood', 'imagine', { prompt: 'latents in a wood' }],
    ['latents edit red, white --kind palette', 'latents edit', { value: 'red, white', kind: 'palette' }],
    ['/quota set --user <@U123> --images 50', 'quota set', { user: 'U123', images: '50' }],
    ['quota grant <@U123|ada> --images 5', 'quota grant', { user: 'U123', images: '5' }],
    ['', 'imagine', {}],
  ])('%s', (text, path, values) => {
    expect(parse(text)).toEqual({ path, values });
  });

  it.each([
    ['a cat --varity 80', { why: 'unknown_option', option: 'varity', nearest: 'variety' }],
    ['a cat --stylize 100', { why: 'unknown_option', option: 'stylize' }],
    ['/imagin a cat', { why: 'unknown_command', option: '/imagin', nearest: 'imagine' }],
    ['quota', { why: 'unknown_subcommand', option: 'quota' }],
    ['/quota sett --images 5', { why: 'unknown_subcommand', option: 'quota' }],
    ['/history of a cat', { why: 'extra_words', option: 'of a cat' }],
    ['a cat --seed', { why: 'no_value', option: 'seed' }],
    ['a cat --seed 1 --seed 2', { why: 'twice', option: 'seed' }],
    ['a cat --prompt "a dog"', { why: 'twice', option: 'prompt' }],
    ['quota set --user ada --images 5', { why: 'not_mention', option: 'user', type: 'user' }],
    ['admin channels <@U1>', { why: 'not_mention', option: 'channel', type: 'channel' }],
  ])('refuses %s kindly', (text, expected) => {
    expect(refusal(text)).toMatchObject({ code: 'bad_value', ...expected });
  });

  it('keeps any prompt that has no flags as it is, but for spaces', () => {
    const rng = createRng(1, 'prompts');
    const pieces = [
      "cat's",
      '"a',
      'b"',
      "'",
      '”',
      '“x',
      '-',
      '--',
      '—',
      '=',
      'ü',
      '🐱',
      '5"',
      "o'",
      ',',
      "'n'",
      '(c)',
      '\n',
    ];
    for (let round = 0; round < 2000; round++) {
      const words = Array.from({ length: 1 + (rng.uint32() % 6) }, () => pieces[rng.uint32() % pieces.length]!);
      const prompt = `the ${words.join(' ')} end`;
      const found = parse(prompt).values.prompt;
      expect(String(found).replace(/\s+/g, ' ')).toBe(prompt.replace(/\s+/g, ' '));
    }
  });

  it('never fails with anything but a refusal, whatever it is given', () => {
    const rng = createRng(2, 'texts');
    const pieces = [
      '--',
      '-',
      '=',
      ' ',
      '"',
      "'",
      '“',
      '”',
      '/',
      'quota',
      'set',
      'imagine',
      'variety',
      '80',
      '<@U1>',
      'no-',
      '\n',
    ];
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: rng.uint32() % 12 }, () => pieces[rng.uint32() % pieces.length]!).join('');
      expect(refusal(text)).toBeTypeOf('object');
    }
  });
});

const examples = commands.flatMap((command) =>
  executablesOf(command).flatMap(({ path, executable }) =>
    (executable.examples ?? []).map((text): [string, string] => [text, path]),
  ),
);

it.each(examples)('the example of the help, %s, works', (text, path) => {
  const parsed = parseCommandText(commands, text, 'imagine', (mention) => mention.replace(/^[@#]/, ''));
  expect(parsed.path).toBe(path);
  const { options } = findExecutable(commands, parsed.path)!;
  expect(Object.keys(checkArguments(options, parsed.values))).toEqual(
    expect.arrayContaining(Object.keys(parsed.values)),
  );
});
