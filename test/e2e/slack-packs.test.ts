import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostedFile } from '../servers/hosted-file.js';
import type { SlackChannel, SlackMessage } from '../servers/slack/types.js';
import { ownNames, pictureFile } from './support/own-files.js';
import { SlackWorld } from './support/slack-world.js';

const MOODS = ['happy', 'crying', 'angry'];
const FILES = ['licences.txt', 'names.txt', 'sheet.png'];

let world: SlackWorld;
let channel: SlackChannel;

beforeAll(async () => {
  world = await SlackWorld.startAll();
  world.slack.addEmoji(world.team, 'our_mascot', pictureFile('our_mascot'));
});

beforeEach(() => {
  const { ada, bob, slack, team } = world;
  channel = slack.addChannel(team, 'packs', [ada, bob]);
  slack.clock.advance(120_000);
});

afterEach(() => {
  expect(world.slack.workspace.violations).toEqual([]);
});

afterAll(() => world.stop());

const say = (words: string, file?: HostedFile) =>
  world.bob.say(channel.id, `@kaleido pack ${words} --moods "${MOODS.join(', ')}"`, file === undefined ? {} : { file });
const sheet = (count = 1) => world.grid(count, channel.id);

/** What is in the newest zip, once there are so many of them. */
async function zip(count = 1): Promise<Record<string, Uint8Array>> {
  const zips = () =>
    [...world.slack.workspace.files.values()].filter(
      ({ isCompleted, name, shares }) =>
        isCompleted && name.endsWith('.zip') && shares.some(({ channelId }) => channelId === channel.id),
    );
  await world.slack.waitFor('a zip', () => zips().length >= count);
  return unzipSync(zips().at(-1)!.bytes!);
}

const picturesOf = (names: readonly string[], ending = 'png') =>
  names.flatMap((name) => [`emoji/${name}.${ending}`, `stickers/${name}.png`]);

describe('a pack', () => {
  it('is had as a zip, all of it or some, with a sheet, names and licences', async () => {
    say('a cat');
    const grid = await sheet();
    expect((await world.generation(grid)).settings.moods).toEqual(MOODS);
    await world.bob.press(grid, 'As a zip');
    const all = await zip();
    const names = MOODS.map((mood) => `cat_${mood}`);
    expect(Object.keys(all).sort()).toEqual([...picturesOf(names), ...FILES].sort());
    expect(Buffer.from(all['names.txt']!).toString()).toBe(names.map((name) => `${name}\n`).join(''));
    expect(Buffer.from(all['licences.txt']!).toString()).toMatch(/cat \(.+\): .+/);
    await choose(grid, 'pack-zip', ['1']);
    expect(Object.keys(await zip(2)).sort()).toEqual([...picturesOf(['cat_crying']), ...FILES].sort());
  });

  it('has single pictures drawn again', async () => {
    say('a cat');
    const first = await sheet();
    await choose(first, 'pack-redo', ['2']);
    const [before, after] = [await world.generation(first), await world.generation(await sheet(2))];
    const file = ({ imageKey }: { imageKey: string | null }) => world.blobs.get(imageKey ?? '');
    const isSame = await Promise.all(
      before.cells.map(async (cell, k) => (await file(cell))?.equals((await file(after.cells[k]!))!)),
    );
    expect(isSame).toEqual([true, true, false]);
  });

  it('moves, in files that Slack takes as emoji', async () => {
    say('a cat --wiggle');
    await world.bob.press(await sheet(), 'As a zip');
    const all = await zip();
    const gifs = Object.entries(all).filter(([name]) => name.endsWith('.gif'));
    expect(gifs).toHaveLength(MOODS.length);
    for (const [, file] of gifs) expect(file.length).toBeLessThanOrEqual(128_000);
  });

  it.each<[string, string, HostedFile | undefined, string]>([
    ['a custom emoji', ':our_mascot:', undefined, 'our mascot'],
    ['a file that is called what the thing is', 'Otto', pictureFile('IMG_1.png'), 'Otto'],
  ])('shows what is one’s own: %s', async (_, words, file, name) => {
    say(words, file);
    const grid = await sheet();
    expect(ownNames(await world.generation(grid))).toEqual([name]);
    await world.bob.press(grid, 'As a zip');
    expect(Object.keys(await zip())).toContain(`emoji/${name.toLowerCase().replace(' ', '_')}_happy.png`);
  });
});

async function choose(grid: SlackMessage, verb: string, values: readonly string[]): Promise<void> {
  const { id } = await world.generation(grid);
  await world.bob.choose(grid, `k1:${verb}:${id}:some`, values);
}
