import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../commands/index.js';
import { parseActionId } from '../../src/chat/cards/action-id.js';
import { parsePinCode } from '../../src/chat/cards/pin-code.js';
import { parseCommandText } from '../../src/chat/commands/argument-text.js';
import { LONGEST_COMMAND, optionSchema } from '../../src/chat/commands/arguments.js';
import { CoreError } from '../../src/core/basics/errors.js';
import { alternativesOf } from '../../src/core/prompts/alternatives.js';
import { readPins } from '../../src/core/prompts/read-pins.js';
import { searchThings } from '../../src/core/things/things.js';
import { KaleidoError } from '../../src/engine/basics/errors.js';
import { createRng } from '../../src/engine/basics/rng.js';
import { LATENT_KINDS } from '../../src/engine/latents/index.js';
import { manifestSchema } from '../../src/engine/manifest/manifest-checks.js';
import { readMetadata, readRecord } from '../../src/images/metadata.js';
import { emojiOf } from '../../src/platforms/slack/events/on-reactions.js';
import { mentionedUsers, readTyped, resolveMention, withNames } from '../../src/platforms/slack/events/text-in.js';
import { wordsOf } from '../support/words-of.js';
import { smallContext, smallManifestJson } from './engine/support/small-bundle.js';

const context = smallContext();
const commands = commandsFor({ styles: ['3d'], groups: ['animals'] });
const number = optionSchema({ type: 'number', name: 'variety', min: 0, max: 100 });

/** What reads texts from outside, and what each may throw besides its two typed errors: nothing. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  'typed commands': (text) => parseCommandText(commands, `imagine ${text}`, 'imagine', resolveMention),
  'slash commands': (text) => parseCommandText(commands, `/${text}`, 'imagine', resolveMention),
  'texts of Slack': (text) => {
    const { text: typed, names } = readTyped(text, 'U0');
    return [withNames(typed, names), mentionedUsers(typed)];
  },
  'names of emoji': emojiOf,
  numbers: (text) => number.safeParse(text),
  alternatives: alternativesOf,
  'ids of buttons': parseActionId,
  'values of menus': parsePinCode,
  pins: (text) => readPins([text], context, []),
  'pins of codes': (text) => readPins([`code=${text}`], context),
  ...Object.fromEntries(
    LATENT_KINDS.map((kind) => [`pins of ${kind}`, (text: string) => readPins([`${kind}=${text}`], context)]),
  ),
  records: readRecord,
  'the search for things': (text) => searchThings(context, text),
};

/** What is repeated, and what may end it so that all before has to be looked at again. */
const REPEATED = [
  ...[
    '"a ',
    "'a ",
    '“a ',
    '="',
    '--a=" ',
    '--a ',
    '—',
    '{',
    '{a',
    '|',
    '{|',
    '{a|b}',
    '}',
    '<',
    '<a',
    '<@U1',
    '<!',
    '&amp;',
    '[',
    '](',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    ',',
    ';',
    ':',
    '=',
    '1',
    '1,',
    '1 ',
    '1%',
    '.',
    '#',
    '#f',
    ':a',
    '::skin-tone-1',
    '<kaleido:record>',
    '%',
    '-',
  ],
  ...[
    'a',
    'a ',
    'ab, ',
    '\u0301',
    'a\u0301',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u202e',
    '👨‍👩‍👧',
    '🇩🇪',
    '猫',
    '고',
    'щ',
    'ﷺ',
    'ß',
    '\\',
    '*',
    '_',
    '~',
    '(',
  ],
];
const ENDS = ['', 'x y', '}'];

const longOf = (part: string, end: string, length: number) =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length) + end;

/** Runs a parser; what it throws has to be an error for people. */
function read(name: string, text: string): void {
  try {
    PARSERS[name]!(text);
  } catch (error) {
    if (error instanceof CoreError || error instanceof KaleidoError) return;
    throw new Error(`${name} on ${JSON.stringify(text.slice(0, 40))}… of ${text.length} threw ${String(error)}`, {
      cause: error,
    });
  }
}

function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const SHORT = 500;
const LONG = 8 * SHORT;
/** What is quadratic takes 64 times as long; what is linear 8 times, and more only by what else the machine does. */
const MOST_TIMES = 30;
/** Below this a time says nothing, as the least that is measured. */
const LEAST_MS = 0.3;

describe.each(Object.keys(PARSERS))('reading %s', (name) => {
  it('takes time in proportion to the length, and throws but its own errors', () => {
    const slow: string[] = [];
    for (const part of REPEATED) {
      for (const end of ENDS) {
        const short = longOf(part, end, SHORT);
        const long = longOf(part, end, LONG);
        read(name, short);
        // A second look only where the first one says too much: garbage may have been collected meanwhile.
        const isSlow = () =>
          cpuMs(() => read(name, long)) >
          MOST_TIMES *
            Math.max(
              LEAST_MS,
              cpuMs(() => read(name, short)),
            );
        if (isSlow() && isSlow() && isSlow()) slow.push(`${JSON.stringify(part)}… ${JSON.stringify(end)}`);
      }
    }
    expect(slow).toEqual([]);
  });
});

describe('random texts', () => {
  it('are read by every parser or refused with its own errors', () => {
    const { uint32 } = createRng(8, 'fuzz');
    const pick = <T>(from: readonly T[]) => from[uint32() % from.length]!;
    for (let k = 0; k < 100; k++) {
      const text = Array.from({ length: 1 + (uint32() % 40) }, () => pick(REPEATED)).join('');
      for (const name of Object.keys(PARSERS)) read(name, text);
    }
  });
});

describe('texts beyond the longest', () => {
  it('a typed command is refused', () => {
    const read = () => parseCommandText(commands, 'a'.repeat(LONGEST_COMMAND + 1), 'imagine');
    expect(read).toThrow(expect.objectContaining({ code: 'bad_value' }));
  });

  it.each([
    ['a pin', () => readPins([`tokens=${'1,'.repeat(5000)}`], context)],
    ['an entry of a pin', () => readPins([`palette=${' '.repeat(10)}${'red '.repeat(100)}`], context)],
    ['a latent code', () => readPins([`code=${'A'.repeat(20_001)}`], context)],
  ])('%s is refused with words', async (_, work) => {
    expect(await wordsOf(work)).toMatch(/too.long|longer|more than/);
  });
});

describe('files', () => {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');

  it('that are no pictures, or broken ones, are refused with words', async () => {
    const { uint32 } = createRng(9, 'files');
    for (let k = 0; k < 150; k++) {
      const bytes = Buffer.from(Array.from({ length: uint32() % 400 }, () => uint32() & 255));
      await expect(readMetadata(k % 2 === 0 ? bytes : Buffer.concat([signature, bytes]))).rejects.toThrow(KaleidoError);
    }
  });

  it('of manifests with any value in any place are told what is wrong', () => {
    const junk: unknown[] = [
      null,
      -1,
      1e308,
      '',
      'constructor',
      [],
      {},
      'a'.repeat(10_000),
      [[[[]]]],
      JSON.parse('{"__proto__":{"a":1}}'),
    ];
    const places = (value: unknown, path: string[] = []): string[][] =>
      typeof value === 'object' && value !== null && path.length < 4
        ? [
            path,
            ...Object.entries(value)
              .slice(0, 12)
              .flatMap(([key, one]) => places(one, [...path, key])),
          ]
        : [path];
    const whole = smallManifestJson();
    for (const path of places(whole).slice(1)) {
      for (const value of junk) {
        const changed: unknown = JSON.parse(JSON.stringify(whole));
        const last = path.at(-1)!;
        const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], changed);
        (parent as Record<string, unknown>)[last] = value;
        expect(() => manifestSchema.safeParse(changed), path.join('.')).not.toThrow();
      }
    }
  });
});
