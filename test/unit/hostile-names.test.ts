import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../src/app/base/model.js';
import { formatActionId, parseActionId } from '../../src/chat/cards/action-id.js';
import { parseCommandText } from '../../src/chat/commands/argument-text.js';
import { checkArguments, findExecutable } from '../../src/chat/commands/arguments.js';
import { meaningOf } from '../../src/chat/controller/reactions.js';
import { errorText, refusalText } from '../../src/chat/errors/error-text.js';
import { createTranslator } from '../../src/chat/i18n/translate.js';
import type { Streams } from '../../src/cli/imagine/imagine.js';
import { runCommandLine } from '../../src/cli/program.js';
import { readConfig } from '../../src/config.js';
import { findStyle } from '../../src/core/prompts/find-style.js';
import { promptNotices } from '../../src/core/prompts/prompt-notices.js';
import { readPins } from '../../src/core/prompts/read-pins.js';
import { searchThings } from '../../src/core/things/things.js';
import { KaleidoError } from '../../src/engine/basics/errors.js';
import type { LatentContext } from '../../src/engine/context/index.js';
import { findKind, LATENT_KINDS, parsePin } from '../../src/engine/latents/index.js';
import { emojiOf } from '../../src/platforms/slack/events/on-reactions.js';
import { SETTINGS } from '../../src/settings/settings.js';
import { commands } from './commands/support/commands.js';
import { ACTOR, controllerOver } from './commands/support/recording-core.js';

/** Names that every object answers to, whatever was put into it. */
const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'then', 'name'];
/** What shows that one of them was looked up. */
const INHERITED = /native code|\[object|=>|undefined|NaN/;

const TINY = 'test/fixtures/bundle-tiny';
let context: LatentContext;
let dir: string;
beforeAll(async () => {
  context = (await loadModel(TINY)).context;
  dir = await mkdtemp(join(tmpdir(), 'kaleido-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What is refused in words, or taken; anything else that is thrown fails the test. */
function refusal(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    const text = refusalText(error, { t: createTranslator('en'), locale: 'en', now: new Date() });
    if (text !== null) return text;
    if (error instanceof KaleidoError) return errorText(error);
    throw error;
  }
}

describe.each(NAMES)('the name %s', (name) => {
  it('is no kind, style, pin or code, and no part of one', () => {
    const { manifest } = context;
    for (const run of [
      () => findKind(name, manifest),
      () => findStyle(name, manifest.styles),
      () => parsePin(name, context),
      () => parsePin(`${name}=red`, context),
      () => parsePin(`palette=${name}`, context),
      () => parsePin(`palette=red,${name}`, context),
      () => parsePin(`boxes=cat ${name},0,1,1`, context),
      () => readPins([`code=${name}`], context),
    ]) {
      const text = refusal(run);
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(INHERITED);
    }
    for (const kind of LATENT_KINDS) {
      expect(refusal(() => parsePin(`${kind}=${name}`, context)) ?? '').not.toMatch(INHERITED);
    }
  });

  it('is read in a prompt as the word that it is, in every language', () => {
    for (const locale of ['en', 'de', name]) {
      for (const prompt of [name, `a ${name} cat`, `a cat ${name} a dog`, `${name} ${name}`]) {
        const notices = promptNotices([prompt], { locale, without: name }, context);
        expect(JSON.stringify(notices)).not.toMatch(/native code/);
      }
    }
    expect(searchThings(context, name, name)).toEqual([]);
    expect(createTranslator(name)('errors.foreign_action')).toBe(createTranslator('en')('errors.foreign_action'));
  });

  it('is no action, reaction or emoji', () => {
    expect(parseActionId(`k1:${name}:abcdefghjkmn`)).toBeNull();
    expect(parseActionId(name)).toBeNull();
    expect(meaningOf(name)).toBeNull();
    expect(emojiOf(name)).toBeUndefined();
  });

  it('as an action’s part is answered with words', async () => {
    const { controller } = controllerOver({});
    for (const verb of ['edit', 'pin-kind', 'cell', 'reroll', 'emoji'] as const) {
      const id = formatActionId(verb, 'abcdefghjkmn', name, name);
      const event = { actor: ACTOR, id, values: [name], fields: { [name]: name }, message: null };
      const reply = await controller.act({ ...event, origin: { address: {}, idempotencyKey: null } });
      expect(JSON.stringify(reply)).not.toMatch(/native code/);
    }
  });

  it('as a command, subcommand, option or value of any is refused in words or taken as text', () => {
    const lines = [`/${name}`, `/${name} ${name}`, `a cat --${name}`, `a cat --${name} ${name}`];
    for (const command of commands) {
      lines.push(`/${command.name} ${name}`, `/${command.name} --${name}`);
      for (const path of command.subcommands ? Object.keys(command.subcommands) : ['']) {
        const words = `${command.name} ${path}`.trim();
        for (const option of findExecutable(commands, words)?.options ?? [])
          lines.push(`/${words} --${option.name} ${name}`);
      }
    }
    for (const line of lines) {
      const text = refusal(() => {
        const { path, values } = parseCommandText(commands, line, 'imagine');
        const checked = checkArguments(findExecutable(commands, path)?.options ?? [], values);
        for (const value of Object.values(checked)) expect(typeof value).toMatch(/string|number|boolean/);
      });
      expect(text ?? '', line).not.toMatch(/native code/);
    }
  });

  it('as a setting is refused or taken as text', () => {
    for (const { variable } of Object.values(SETTINGS)) {
      expect(refusal(() => readConfig({ [variable]: name })) ?? '').not.toMatch(/native code/);
    }
    expect(() => readConfig({ [name]: name })).not.toThrow();
  });
});

/** Runs the command line here. */
async function kaleido(...words: string[]) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const exitCode = await runCommandLine(words, new AbortController().signal, streams as unknown as Streams);
  return { exitCode, told: `${streams.stdout.read() ?? ''}${streams.stderr.read() ?? ''}` };
}

describe('the command line', () => {
  it('refuses such names in every option of imagine, things and info in words', async () => {
    for (const command of ['imagine', 'things']) {
      const { told: help } = await kaleido(command, '--help');
      const flags = [...help.matchAll(/^ {2}(--[a-z-]+) </gm)].map(([, flag]) => flag!);
      expect(flags.length).toBeGreaterThan(2);
      for (const flag of flags) {
        for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
          const value = flag === '--cells' || flag === '--bundle' ? join(dir, name) : name;
          const out = flag === '--out' ? [] : ['--out', join(dir, 'grid.png')];
          const bundle = flag === '--bundle' ? [] : ['--bundle', TINY];
          // Nothing that the bundle knows: what gets so far is refused then.
          const { exitCode, told } = await kaleido(command, 'florpity', `${flag}=${value}`, ...out, ...bundle);
          expect([2, 3], `${command} ${flag} ${name}: ${told}`).toContain(exitCode);
          expect(told).not.toMatch(/native code|please report/);
        }
      }
    }
    for (const name of ['constructor', '__proto__']) {
      expect((await kaleido(name)).exitCode).toBe(2);
      expect((await kaleido('imagine', `--${name}`, 'a cat')).exitCode).toBe(2);
      expect((await kaleido('info', name)).exitCode).toBe(2);
    }
  });

  it('repeats no ten thousand characters of what cannot be used', async () => {
    const long = 'a'.repeat(10_000);
    const out = ['--out', join(dir, 'grid.png'), '--bundle', TINY];
    for (const words of [
      [long],
      ['imagine', long, ...out],
      ['imagine', 'a cat', `--${long}`],
      ...['--pin', '--kinds', '--style', '--count', '--sampler', '--provider', '--guidance-interval', '--seed'].map(
        (flag) => ['imagine', 'a cat', flag, long, ...out],
      ),
      ['imagine', 'a cat', '--pin', `palette=${long}`, ...out],
      ['imagine', 'a cat', '--pin', `code=${long}`, ...out],
      ['imagine', 'a cat', '--out', join(dir, `${long}.png`)],
      ['imagine', 'a cat', '--bundle', long, '--out', join(dir, 'grid.png')],
      ['things', long, '--bundle', TINY],
      ['things', '--group', long, '--bundle', TINY],
      ['info', long],
    ]) {
      const { exitCode, told } = await kaleido(...words);
      expect([2, 3, 4], `${words.slice(0, 3).join(' ').slice(0, 80)}: ${told.slice(0, 300)}`).toContain(exitCode);
      expect(told.length).toBeLessThan(2_000);
    }
  });
});
