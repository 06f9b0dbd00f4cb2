import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCardBuilder } from '../../../src/chat/cards/card-builder.js';
import { createController } from '../../../src/chat/controller/create-controller.js';
import { createDeliveryLoop } from '../../../src/chat/deliveries/delivery-loop.js';
import { createTerminal } from '../../../src/platforms/terminal/terminal.js';
import { commands } from '../../unit/commands/support/commands.js';
import { openWorld, type World } from '../core/support/world.js';

const log = pino({ level: 'silent' });
let world: World;
let folder: string;
const painting = new AbortController();
let painter: Promise<void>;

/** Paints whatever is enqueued, as workers do. */
async function paintEverything(): Promise<void> {
  while (!painting.signal.aborted) {
    const next = world.jobs.enqueued.shift();
    if (next === undefined) await sleep(10);
    else {
      const generation = await world.store.generations.find(next.generationId);
      await world.paint({ generation: generation! });
    }
  }
}

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'kaleido-terminal-'));
  painter = paintEverything();
});
afterAll(async () => {
  painting.abort();
  await painter;
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Pipes lines into a terminal over the real core, database, controller and delivery loop; returns what it printed. */
async function pipe(userName: string, ...lines: string[]): Promise<string> {
  const { core, store, jobs, blobs } = world;
  const clock = () => world.time.now;
  const cards = createCardBuilder({ blobs, generations: store.generations, clock });
  const controller = createController({ core, cards, commands, log, clock });
  const output = new PassThrough();
  let printed = '';
  output.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk;
  });
  const input = new PassThrough();
  const terminal = createTerminal({
    controller,
    commands,
    input,
    output,
    isInteractive: false,
    isColour: false,
    drawPicture: async () => null,
    folder,
    userName,
    locale: 'en',
  });
  const loop = createDeliveryLoop({ store, jobs, cards, platform: terminal, clock, log, pollEveryMs: 20 });
  await terminal.start();
  loop.start();
  input.end(lines.map((line) => `${line}\n`).join(''));
  await terminal.closed;
  await terminal.stop();
  await loop.stop();
  return printed;
}

it('asks, waits, pins, rerolls, and hands out, each line after the one before', async () => {
  const text = await pipe(
    'ada',
    'a cat and a pizza --count 2 --seed 7',
    'latents pin --kind palette',
    'reroll',
    'latents show --cell 1',
    'latents code 2',
    'deliver 1',
    'history',
  );
  expect(text).toContain('Seed 7');
  expect(text).toContain('Pinned for the next reroll');
  const palettes = [...text.matchAll(/^ {3}🎨 ([^📌\n]+?)(?: 📌)?$/gmu)].map(([, palette]) => palette);
  // Two of the grid, then the same two of its reroll.
  expect(palettes).toHaveLength(4);
  expect(palettes.slice(2)).toEqual(palettes.slice(0, 2));
  expect(text).toMatch(/Picture 2 of \w{12}\. Use the code/);
  expect(text.match(/“a cat and a pizza”, 2 pictures, done/g)).toHaveLength(2);
  expect((await readdir(folder)).filter((name) => name.endsWith('.png')).length).toBeGreaterThanOrEqual(3);
});

it('reacts to what was just shown, and rerolls with what the reaction pinned', async () => {
  const text = await pipe('kim', 'a heart --count 2', '+🎨', '+🔁', 'history');
  expect(text.match(/“a heart”, 2 pictures, done/g)).toHaveLength(2);
  const palettes = [...text.matchAll(/^ {3}🎨 ([^📌\n]+?)(?: 📌)?$/gmu)].map(([, palette]) => palette);
  expect(palettes.slice(-2)).toEqual(palettes.slice(0, 2));
});

it('refuses what the quota does not allow, and goes on when an admin grants more', async () => {
  const text = await pipe(
    'bob',
    'quota set --user bob --images 3',
    'a dog --count 4',
    'quota grant bob --images 5',
    'a dog --count 4 --seed 9',
    'quota show',
    'quota remove --user bob',
    'admin audit --limit 5',
  );
  expect(text).toContain('Limit of user bob: 3 images a day.');
  expect(text).toMatch(/too many for this one/);
  expect(text).toContain('bob may draw 5 images more today.');
  expect(text.match(/Seed 9/g)).toHaveLength(1);
  expect(text).toMatch(/Drawn +4 images/);
  const flat = text.replace(/\s+/g, ' ');
  expect(flat).toContain('bob set the limit of user bob to 3 images a day.');
  expect(flat).toContain('bob gave user bob 5 images more for the day.');
  expect(flat).toContain('bob took the limit of user bob away (before: 3 images a day).');
});

it('plans first and paints what is chosen, saves pins and uses them', async () => {
  const text = await pipe(
    'eve',
    'a pizza --plan --count 3',
    'paint 1, 3',
    'pins save dusk --cell 1 --kinds palette',
    'pins list',
    'pins use a cat --name dusk',
    'admin blocklist --block zorp',
    'a zorp',
    'settings --count 1 --language de',
    'settings',
  );
  expect(text).toContain('3 plans, not painted yet');
  expect(text).toContain('Saved as “dusk”: palette.');
  expect(text).toMatch(/dusk +palette: /);
  expect(text).toContain('“zorp” is blocked here');
  expect(text).toContain('Deine Einstellungen');
});
