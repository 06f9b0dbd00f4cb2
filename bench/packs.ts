import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOwnThings } from '../src/cli/imagine/own-things.js';
import { moodPictureName } from '../src/core/packs/names.js';
import type { RgbaImage } from '../src/engine/basics/rgba-image.js';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { USUAL_MOODS } from '../src/engine/moods/moods.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { movingOf, type Wiggle } from '../src/engine/wiggles/wiggle.js';
import { renderMovingEmoji, storeAnimation } from '../src/images/animation.js';
import { renderEmoji } from '../src/images/emoji-and-sticker.js';
import { compose, decodePng, encodePng, encodeWebp, resize } from '../src/images/sharp.js';
import { paintToEnd } from './paint-to-end.js';
import { photographPhones, type ShownPack } from './phone.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    out: { type: 'string', default: 'docs/packs' },
    seed: { type: 'string', default: '7' },
    /** As of `kaleido pack`. */
    thing: { type: 'string', multiple: true, default: [] },
    /** Chromium, for a picture of phones that show the packs. */
    browser: { type: 'string' },
  },
});

/** Side at which chats show emoji on phones. */
const SMALL = 48;
/** And in the moving picture of all. */
const TILE = 72;
const COLUMNS = 6;
/** Grounds of a light chat and a dark one. */
const GROUNDS = { light: [236, 238, 242], dark: [49, 51, 56] } as const;
/** Bytes of an emoji. */
const MOST = 128_000;

/** A plain ground. */
function ground(width: number, height: number, [r, g, b]: readonly [number, number, number]): RgbaImage {
  const data = new Uint8Array(4 * width * height);
  for (let at = 0; at < data.length; at += 4) data.set([r, g, b, 255], at);
  return { width, height, data };
}

/** Pictures of one side beside and below each other. */
function tiled(images: readonly RgbaImage[], columns: number, colour: keyof typeof GROUNDS): Promise<RgbaImage> {
  const side = images[0]!.width;
  const page = ground(columns * side, Math.ceil(images.length / columns) * side, GROUNDS[colour]);
  const layers = images.map((image, k) => ({
    image,
    left: (k % columns) * side,
    top: Math.floor(k / columns) * side,
  }));
  return compose(page, layers);
}

/** Writes a pack as a sheet, small, moving and frame by frame. @returns what chats show of it */
async function writePack(prompt: string, images: readonly RgbaImage[], moving: readonly Wiggle[]): Promise<ShownPack> {
  const emojis = await Promise.all(images.map(renderEmoji));
  const shown = await Promise.all(emojis.map(decodePng));
  const small = await Promise.all(shown.map(({ image }) => resize(image, SMALL, SMALL)));
  const sheet = await tiled(images, COLUMNS, 'light');
  const frames = moving.flatMap((one) => one.frames);
  const frameCount = moving[0]!.frames.length;
  const tiles = await Promise.all(frames.map((frame) => resize(frame, TILE, TILE)));
  const together = await Promise.all(
    Array.from({ length: frameCount }, (_, k) =>
      tiled(
        tiles.filter((_, at) => at % frameCount === k),
        COLUMNS,
        'light',
      ),
    ),
  );
  const name = moodPictureName(prompt, 'pack');
  const write = (what: string, file: Uint8Array) => writeFile(join(values.out, `${name}${what}.webp`), file);
  await write('', await encodeWebp(sheet));
  await write('-48', await encodeWebp(await tiled(small, small.length, 'dark')));
  await write('-frames', await encodeWebp(await tiled(frames, frameCount, 'light')));
  await write('-moving', await storeAnimation({ frames: together, frameMs: 70 }));
  return { thing: prompt, sheet: await encodePng(sheet), emojis };
}

/** Draws packs of things for people to judge, as pictures, small, and frame by frame, and says how long each took. */
async function drawPacks(things: readonly string[]): Promise<void> {
  const bundle = await loadBundle(values.bundle);
  const engine = await createEngine(bundle);
  const own = await readOwnThings(values.thing, bundle.manifest.image.size);
  await mkdir(values.out, { recursive: true });
  const packs: ShownPack[] = [];
  for (const prompt of things) {
    const start = performance.now();
    const asked = { prompt, count: 12, variety: 60, seed: Number(values.seed), moods: USUAL_MOODS, own };
    const { cells } = await engine.plan(asked);
    const images = await paintToEnd(engine, { prompt, cells, own });
    const painted = performance.now();
    const bodies = await paintToEnd(engine, { prompt, cells, own, isBare: true });
    const moving = await Promise.all(cells.map((cell, k) => movingOf(engine, cell, bodies[k]!, USUAL_MOODS[k]!, own)));
    const files = await Promise.all(moving.map((one) => renderMovingEmoji(one, MOST)));
    const moved = performance.now();
    packs.push(await writePack(prompt, images, moving));
    const sizes = files.map(({ length }) => length);
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    console.log(
      `${prompt}: twelve pictures ${seconds(start, painted)} s, moving ${seconds(painted, moved)} s more, ` +
        `GIFs of ${Math.min(...sizes)} to ${Math.max(...sizes)} bytes`,
    );
  }
  await engine.dispose();
  if (values.browser !== undefined) {
    await writeFile(join(values.out, 'phone.webp'), await photographPhones(packs, values.browser));
  }
}

await drawPacks(positionals.length > 0 ? positionals : ['fox', 'mug', 'robot', 'pizza']);
