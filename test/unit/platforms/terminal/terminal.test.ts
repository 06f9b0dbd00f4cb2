import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeliveryError } from '../../../../src/chat/platform.js';
import type { Core } from '../../../../src/core/core.js';
import type { Generation } from '../../../../src/core/types.js';
import { createTerminal, type Terminal } from '../../../../src/platforms/terminal/terminal.js';
import { generationOf, ID } from '../../chat/support/generations.js';
import { commands } from '../../commands/support/commands.js';
import { acceptedOf, controllerOver } from '../../commands/support/recording-core.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-terminal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const queued = generationOf({ id: ID, status: 'queued', cells: [], gridKey: null, vendi: null, candidates: null });
const WAITING = /Next in line/;

/** A terminal on two streams, over the real commands, controller and cards. */
async function open(isInteractive: boolean, answers: Partial<Core> = {}) {
  const bot = controllerOver({ imagine: async () => acceptedOf(queued), ...answers });
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 100 });
  let printed = '';
  output.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk;
  });
  const drawn: Buffer[] = [];
  const terminal = createTerminal({
    controller: bot.controller,
    commands,
    input,
    output,
    isInteractive,
    isColour: false,
    drawPicture: async (png) => {
      drawn.push(png);
      return '<picture>';
    },
    folder,
    userName: 'ada',
    locale: 'en',
  });
  await terminal.start();
  return {
    ...bot,
    terminal,
    drawn,
    printed: () => printed,
    /** Waits until it is printed, and forgets what came before. */
    async sees(pattern: RegExp | string) {
      await vi.waitFor(() => expect(printed).toMatch(pattern), { timeout: 30_000 });
      const all = printed;
      printed = '';
      return all;
    },
    types: (text: string) => input.write(text),
    ends: () => input.end(),
    async delivers(generation: Generation = generationOf(), isFinal = true) {
      const card = await bot.cards.build({ generation, pins: [], locale: 'en' });
      return terminal.show(acceptedOf(generation).delivery, card, isFinal);
    },
  };
}

async function leave(terminal: Terminal, types: (text: string) => void) {
  types('exit\n');
  await terminal.closed;
  await terminal.stop();
}

it('takes lines from a pipe one after the other, each when the one before is shown', async () => {
  const { terminal, types, ends, sees, delivers, made } = await open(false);
  types('a cat and a pizza --variety 80\nhistory\n');
  ends();
  await sees(WAITING);
  // What the person typed next has not been asked.
  expect(made().map(([name]) => name)).toEqual(['imagine']);
  let isClosed = false;
  void terminal.closed.then(() => {
    isClosed = true;
  });
  await delivers(queued, false);
  expect(isClosed).toBe(false);

  expect(await delivers()).toEqual({ channelId: 'terminal', messageId: ID });
  await terminal.closed;
  const text = await sees('Earlier grids');
  expect(text).toContain('a cat and a pizza\n');
  expect(text).toMatch(/^1\. 📝 picture 1/m);
  expect(text).toContain('🎨 red 50%');
  expect(text).toContain('Seed 4294967295');
  expect(text).toMatch(/\[1\] /);
  expect(text.indexOf('Seed 4294967295')).toBeLessThan(text.indexOf('Earlier grids'));
  const [path] = /\S+\.png/.exec(text) ?? [];
  expect(path?.startsWith(folder)).toBe(true);
  expect((await readFile(path!)).subarray(1, 4).toString('latin1')).toBe('PNG');
});

it('prints nothing into a pipe but what there is to say', async () => {
  const { terminal, types, ends, printed } = await open(false);
  types('help\n');
  ends();
  await terminal.closed;
  expect(printed()).toMatch(/^Kaleido\n/);
  for (const sign of ['›', '\u001b']) expect(printed()).not.toContain(sign);
});

it('greets a person, shows progress in the prompt and keeps what is being typed', async () => {
  const { terminal, types, sees, delivers, drawn } = await open(true);
  await sees('Type what to draw');
  types('a cat\r');
  await sees(WAITING);
  types('hist');
  const painting = generationOf({ status: 'painting', cells: [], gridKey: null });
  await delivers(painting, false);
  expect(await sees('hist')).toMatch(/░|Painting/);
  await delivers();
  const text = await sees('Seed 4294967295');
  expect(text).toContain('<picture>');
  expect(drawn).toHaveLength(1);
  types('ory\r');
  await sees('Earlier grids');
  await leave(terminal, types);
});

it('presses buttons by number and name, and menus with their options', async () => {
  const answers = { rerollAll: async () => acceptedOf(queued), pin: async () => [], unpin: async () => [] };
  const { terminal, types, sees, delivers, calls, made } = await open(true, answers);
  await delivers();
  const text = await sees(/\[\d+\] [^\n]*All/);
  const number = /\[(\d+)\] [^[]*All/.exec(text)?.[1];
  types(`${number}\r`);
  await sees(WAITING);
  expect(made()).toContainEqual(['rerollAll', ID, expect.anything()]);

  // In a low window a menu is closed, and its number opens it.
  const closed = /\[(\d+)\] Pin what a reroll keeps …/.exec(text)?.[1];
  types(`${closed}\r`);
  const opened = await sees('Picture 1 stays');
  const [, menu, option] = /(\d+)=(\d+) [^\n]*Picture 1 stays/.exec(opened) ?? [];
  expect(menu).toBe(closed);
  types(`${menu}=${option}\r`);
  await vi.waitFor(() => expect(calls).toContainEqual(['pin', ID, { cell: 0, kind: null }]));
  await sees('a cat and a pizza');
  types('77\r');
  await sees('nothing that can be pressed');
  await leave(terminal, types);
});

it('asks for the fields of a form one by one', async () => {
  const { terminal, types, ends, sees, delivers, made } = await open(false, { edit: async () => acceptedOf(queued) });
  await delivers();
  const text = await sees(/\d+=\d+ Picture 2: /);
  // The menu of one picture, whose panel has the buttons of its forms.
  const [, menu, option] = /(\d+)=(\d+) Picture 2: /.exec(text) ?? [];
  types(`${menu}=${option}\n`);
  const panel = await sees('Edit Palette');
  const [, button] = /\[(\d+)\] [^[]*Edit Palette/.exec(panel) ?? [];
  types(`${button}\nred 60%, white 40%\n`);
  await sees(WAITING);
  expect(made()).toContainEqual(['edit', ID, 1, 'palette', 'red 60%, white 40%', expect.anything()]);
  await delivers();
  ends();
  await terminal.closed;
});

it('reacts to the latest grid, or to the one that is named', async () => {
  const found: unknown[] = [];
  const answers: Partial<Core> = {
    findByMessage: async (_actor, message) => {
      found.push(message);
      return generationOf();
    },
    voteReroll: async () => ({ votes: 1, needed: 1, accepted: acceptedOf(queued) }),
  };
  const { terminal, types, sees, delivers, made } = await open(true, answers);
  types('+🔁\r');
  await sees('no grid here yet');
  await delivers();
  await sees('Seed');
  types('+🔁\r');
  await sees(WAITING);
  types('+🔁 abcdefghjkmn\r');
  await sees(WAITING);
  expect(found).toEqual([
    { channelId: 'terminal', messageId: ID },
    { channelId: 'terminal', messageId: 'abcdefghjkmn' },
  ]);
  expect(made().map(([name]) => name)).toContain('voteReroll');
  await leave(terminal, types);
});

it('says kindly what cannot be understood, and what broke without its inside', async () => {
  const { terminal, types, sees } = await open(true, {
    imagine: async () => {
      throw new Error('secret inside');
    },
  });
  types('a cat --varity 80\r');
  await sees('did you mean “variety”');
  types('a cat\r');
  const text = await sees('something broke');
  expect(text).not.toContain('secret inside');
  await leave(terminal, types);
});

it('cancels what runs on Ctrl-C, takes back a typed line before that, and leaves when nothing runs', async () => {
  const { terminal, types, sees, delivers, made } = await open(true, { cancel: async () => 'cancelled' });
  types('a cat\r');
  await sees(WAITING);
  types('half a line\u0003');
  types('\u0003');
  await sees('is cancelled');
  expect(made()).toContainEqual(['cancel', ID]);
  expect(made().filter(([name]) => name === 'imagine')).toHaveLength(1);
  await delivers(generationOf({ status: 'cancelled' }));
  types('\u0003');
  await terminal.closed;
});

it('leaves at the end of the input', async () => {
  const { terminal, types } = await open(true);
  types('\u0004');
  await terminal.closed;
  await terminal.stop();
});

it('completes commands and options', async () => {
  const { terminal, types, sees } = await open(true);
  await sees('Type what');
  types('a cat --vari\t');
  await sees('--variety ');
  types('80\r');
  await sees(WAITING);
  await leave(terminal, types);
});

it('stops while a pipe waits, and gives results back that come afterwards', async () => {
  const { terminal, types, sees, delivers } = await open(false);
  types('a cat\n');
  await sees(WAITING);
  await terminal.stop();
  expect(terminal.isReady()).toBe(false);
  expect(await delivers(queued, false)).toBeNull();
  await expect(delivers()).rejects.toThrow(DeliveryError);
});
