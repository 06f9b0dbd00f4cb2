import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModulePainter } from '../../../../src/app/painters/module-painter.js';
import type { PictureEvent, PictureSource } from '../../../../src/engine/painters/painter.js';

const REQUEST = { prompt: 'a cat', negative: '', seed: 7 };
const CAN =
  '{ progress: true, previews: true, seed: true, image: true, negative: false, transparency: false, anyWords: true }';
const ABOUT = `async () => ({ name: 'mine', model, licence: null, size, can: ${CAN} })`;
const WHITE = '{ width: 2, height: 2, data: new Uint8Array(16).fill(255) }';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-modules-'));
});
afterAll(() => rm(dir, { recursive: true }));

let files = 0;
/** A painter whose `picture` is this, of a file of its own. */
async function painterOf(picture: string, about = ABOUT): Promise<PictureSource> {
  return fileOf(`export const openPainter = ({ model = 'mine', size = 2 }) => ({ about: ${about}, ${picture} });`);
}

async function fileOf(code: string, seconds = 5): Promise<PictureSource> {
  const file = join(dir, `painter-${files++}.mjs`);
  await writeFile(file, code);
  return createModulePainter({ file, seconds, model: 'dreams' });
}

async function paint(source: PictureSource, signal?: AbortSignal): Promise<PictureEvent[]> {
  const events: PictureEvent[] = [];
  for await (const event of source.picture(REQUEST, signal)) events.push(event);
  return events;
}

it('says what it is, and paints, told what the host has set', async () => {
  const source = await painterOf(`async *picture() {
    yield { type: 'part', part: 0.5 };
    yield { type: 'done', image: ${WHITE} };
  }`);
  expect(await source.about()).toMatchObject({ name: 'mine', model: 'dreams', size: 2 });
  expect((await paint(source)).map(({ type }) => type)).toEqual(['part', 'done']);
});

it.each([
  ['a file that is not there', undefined, /Cannot find module/],
  ['no JavaScript', 'openPainter =', /Unexpected/],
  ['another export', 'export const painter = 1;', /exports no function openPainter/],
  ['half a painter', 'export const openPainter = () => ({ about() {} });', /lacks about or picture/],
])('%s is refused, and the file named', async (_, code, detail) => {
  const source =
    code === undefined ? createModulePainter({ file: join(dir, 'none.mjs'), seconds: 5 }) : await fileOf(code);
  const refused = expect.objectContaining({ why: 'bad_module', detail: expect.stringMatching(detail) });
  await expect(source.about()).rejects.toMatchObject({ code: 'painter_invalid', data: refused });
});

it.each([`{ name: '' }`, `{ name: 'a', model: 'b', licence: null, size: 2, can: {}, aspects: ['21:9'] }`])(
  'what it says of itself is checked: %s',
  async (about) => {
    const source = await painterOf('picture() {}', `async () => (${about})`);
    await expect(source.about()).rejects.toMatchObject({ code: 'painter_invalid', data: { why: 'bad_module' } });
  },
);

it.each([
  ['throws', `async *picture() { throw new Error('no paint left'); }`, 'painter_failed', 'no paint left'],
  ['ends early', 'async *picture() {}', 'painter_failed', 'without a picture'],
  ['gives no picture', `async *picture() { yield { type: 'done' }; }`, 'painter_failed', 'no event of a picture'],
  [
    'gives a picture of another size than it says',
    `async *picture() { yield { type: 'done', image: { ...${WHITE}, width: 3 } }; }`,
    'painter_failed',
    'no RGBA of its size',
  ],
  [
    'is away, as an error of another copy of Kaleido says',
    `async *picture() { throw Object.assign(new Error(), { code: 'painter_away', data: { host: 'x', detail: 'busy' } }); }`,
    'painter_away',
    'busy',
  ],
])('one that %s is told so', async (_, picture, code, detail) => {
  await expect(paint(await painterOf(picture))).rejects.toMatchObject({
    code,
    data: { detail: expect.stringContaining(detail) },
  });
});

it('a picture that it refuses is refused', async () => {
  const source = await painterOf(
    `async *picture() { throw Object.assign(new Error(), { code: 'painter_refused', data: { why: 'policy' } }); }`,
  );
  await expect(paint(source)).rejects.toMatchObject({ code: 'painter_refused', data: { why: 'policy' } });
});

const NEVER = 'async *picture() { await new Promise(() => {}); }';

it('nobody waits for one that forgets to stop', async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 50);
  await expect(paint(await painterOf(NEVER), stop.signal)).rejects.toThrow('enough');
});

it('one that gives nothing in time is away', async () => {
  const code = `export const openPainter = () => ({ about: async () => ({}), ${NEVER} });`;
  await expect(paint(await fileOf(code, 0.1))).rejects.toMatchObject({ code: 'painter_away' });
});

describe('a picture made larger', () => {
  const image = { width: 1, height: 1, data: new Uint8Array(4).fill(255) };
  const about = ABOUT.replace('size,', "size, upscaler: 'mine',");
  const with_ = (upscale: string) => painterOf(`async *picture() {}, ${upscale}`, about);
  const larger = (source: PictureSource, signal?: AbortSignal) => source.upscale!({ image, scale: 2 }, signal);

  it('is had of one that has an upscaler, and of no other', async () => {
    const source = await with_(`async upscale({ scale }) { return scale === 2 && ${WHITE}; }`);
    expect(await source.about()).toMatchObject({ upscaler: 'mine' });
    expect(await larger(source)).toMatchObject({ width: 2, height: 2 });
    const without = await with_('other: 1');
    expect((await without.about()).upscaler).toBeUndefined();
    await expect(larger(without)).rejects.toMatchObject({ code: 'painter_refused', data: { why: 'upscale' } });
  });

  it('is checked, and not waited for for ever', async () => {
    const failed = { code: 'painter_failed', data: { detail: expect.stringContaining('no picture') } };
    await expect(larger(await with_('async upscale() { return {}; }'))).rejects.toMatchObject(failed);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(larger(await with_('upscale: () => new Promise(() => {})'), stop.signal)).rejects.toThrow('enough');
  });
});
