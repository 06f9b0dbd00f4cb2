import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorInWords } from '../../../../src/cli/error-in-words.js';
import type { KaleidoError } from '../../../../src/engine/basics/errors.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { wordsOf } from '../../../support/words-of.js';
import { type SmallFiles, writeSmallBundle } from '../support/small-bundle.js';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-bundle-'));
});
afterEach(() => rm(dir, { recursive: true }));

/** One sentence that names the file and says what to do. */
async function expectRefusal(code: string, file: string, what: RegExp, mend: RegExp): Promise<void> {
  const error = await loadBundle(dir).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code });
  const message = errorInWords(error as KaleidoError);
  expect(message).toContain(join(dir, file));
  expect(message.replaceAll(dir, '')).toMatch(what);
  expect(message).toMatch(mend);
  expect(message).not.toMatch(/\.\s/);
  expect(message).toMatch(/\.$/);
}

describe('loading a bundle', () => {
  it('verifies the files and hashes the whole', async () => {
    await writeSmallBundle(dir);
    const bundle = await loadBundle(dir);
    expect(bundle.manifest.name).toBe('small');
    expect(bundle.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(bundle.graphPath('prior.onnx')).toBe(join(dir, 'prior.onnx'));
    expect((await loadBundle(dir)).hash).toBe(bundle.hash);
    await writeSmallBundle(dir, ({ contents }) => Object.assign(contents, { 'prior.onnx': 'other weights' }));
    expect((await loadBundle(dir)).hash).not.toBe(bundle.hash);
  });

  it('reads the memory’s measures and what its pictures show', async () => {
    await writeSmallBundle(dir);
    const { memory } = await loadBundle(dir);
    expect(memory.picturesPath).toBe(join(dir, 'memory.bin'));
    expect(memory.things.map(({ name, display }) => display ?? name)).toEqual(['cat', 'pizza slice']);
    expect([...memory.measures.offsets]).toEqual([0, 5, 12, 16]);
    expect([...memory.measures.shows]).toEqual([0, 1, 0]);
    expect([...memory.measures.box.subarray(4, 8)]).toEqual([0.25, 0.25, 0.75, 0.75]);
    expect(memory.measures.colour_names.length).toBe(3 * 2 * 3);
  });

  it('keeps tables that it does not know unread', async () => {
    await writeSmallBundle(dir, ({ manifest }) => Object.assign(manifest.tables, { weather: 7 }));
    await expect(loadBundle(dir)).resolves.toMatchObject({ manifest: { tables: { weather: 7 } } });
  });

  it.each<[string, string, string, RegExp, () => Promise<void>]>([
    ['no folder', 'bundle_missing', 'kaleido.json', /no readable/, () => rm(join(dir, 'kaleido.json'))],
    ['a missing graph', 'bundle_missing', 'denoiser.onnx', /no readable/, () => rm(join(dir, 'denoiser.onnx'))],
    ['a missing memory', 'bundle_missing', 'memory.bin', /no readable/, () => rm(join(dir, 'memory.bin'))],
    [
      'a truncated graph',
      'bundle_corrupt',
      'prior.onnx',
      /has 5 bytes instead of 16/,
      () => truncate(join(dir, 'prior.onnx'), 5),
    ],
    [
      'a changed graph',
      'bundle_corrupt',
      'prior.onnx',
      /sha256/,
      () => writeFile(join(dir, 'prior.onnx'), 'graph prior.onnX'),
    ],
    [
      'a truncated memory',
      'bundle_corrupt',
      'memory.bin',
      /has 9 bytes instead of 16/,
      () => truncate(join(dir, 'memory.bin'), 9),
    ],
    [
      'measures with something behind them',
      'bundle_corrupt',
      'memory.safetensors',
      /bytes instead of/,
      () => appendFile(join(dir, 'memory.safetensors'), 'x'),
    ],
  ])('refuses %s as %s and names %s', async (_, code, file, what, spoil) => {
    await writeSmallBundle(dir);
    await spoil();
    await expectRefusal(code, file, what, /fetch it again|give the path/);
  });

  it.each<[string, string, RegExp, (files: SmallFiles) => void]>([
    [
      'a tokenizer that is no object',
      'tokenizer.json',
      /not a JSON object/,
      ({ contents }) => Object.assign(contents, { 'tokenizer.json': '[]' }),
    ],
    [
      'a manifest of another kind',
      'kaleido.json',
      /cannot be used/,
      ({ manifest }) => Reflect.deleteProperty(manifest, 'format'),
    ],
    [
      'a paint that is no colour',
      'kaleido.json',
      /"plum" is none of the colours/,
      ({ manifest }) => manifest.tables.paints.push('plum'),
    ],
    [
      'a mood without words',
      'kaleido.json',
      /tables\.moods\.sad/,
      ({ manifest }) => Object.assign(manifest.tables.moods, { sad: [] }),
    ],
    [
      'a mark of an unknown thing',
      'kaleido.json',
      /"teardrop", which is no thing/,
      ({ manifest }) => Object.assign(manifest.tables.marks.crying, { thing: 'teardrop' }),
    ],
    [
      'something worn that is no thing',
      'kaleido.json',
      /"crown" as worn on the head/,
      ({ manifest }) => manifest.tables.wearables.head.push('crown'),
    ],
    [
      'another count of things',
      'things.json',
      /has 2 things, where kaleido\.json counts 3/,
      ({ manifest }) => Object.assign(manifest.memory, { things: 3 }),
    ],
    [
      'another count of pictures',
      'things.json',
      /has 3 pictures, where kaleido\.json counts 2/,
      ({ manifest }) => Object.assign(manifest.memory, { pictures: 2 }),
    ],
    [
      'a thing named twice',
      'things.json',
      /two things "cat"/,
      ({ things }) => Object.assign(things.things[1]!, { name: 'cat' }),
    ],
    [
      'a thing of no group',
      'things.json',
      /the group "plants"/,
      ({ things }) => Object.assign(things.things[0]!, { group: 'plants' }),
    ],
    ['things that are no list', 'things.json', /things: /, ({ things }) => Object.assign(things, { things: 'cat' })],
    [
      'measures that are none',
      'memory.safetensors',
      /no safetensors file/,
      ({ contents }) => Object.assign(contents, { 'memory.safetensors': 'measures' }),
    ],
    [
      'a missing measure',
      'memory.safetensors',
      /holds no circle/,
      ({ measures }) => Reflect.deleteProperty(measures, 'circle'),
    ],
    [
      'a measure of another type',
      'memory.safetensors',
      /shows as U32 \[3\] instead of U16 \[3\]/,
      ({ measures }) => measures.shows!.splice(0, 1, 'U32'),
    ],
    [
      'measures of fewer pictures',
      'memory.safetensors',
      /kind as U8 \[2\] instead of U8 \[3\]/,
      ({ measures }) => Object.assign(measures, { kind: ['U8', [2], [0, 0]] }),
    ],
    [
      'offsets that do not begin at 0',
      'memory.safetensors',
      /do not begin at 0/,
      ({ measures }) => Object.assign(measures.offsets![2], { 0: 1 }),
    ],
    [
      'offsets that do not rise',
      'memory.safetensors',
      /do not rise at picture 1/,
      ({ measures }) => Object.assign(measures.offsets![2], { 2: 5 }),
    ],
    [
      'offsets beyond the pictures',
      'memory.safetensors',
      /end at 20, where memory\.bin has 16 bytes/,
      ({ measures }) => Object.assign(measures.offsets![2], { 3: 20 }),
    ],
    [
      'a picture of another kind',
      'memory.safetensors',
      /has 2 as the kind of picture 1/,
      ({ measures }) => Object.assign(measures.kind![2], { 1: 2 }),
    ],
    [
      'a thing that there is not',
      'memory.safetensors',
      /picture 0 show thing 2/,
      ({ measures }) => Object.assign(measures.shows![2], { 0: 2 }),
    ],
    [
      'a mood that there is not',
      'memory.safetensors',
      /picture 2 show mood 1/,
      ({ measures }) => Object.assign(measures.shows![2], { 2: 1 }),
    ],
    [
      'a style that there is not',
      'memory.safetensors',
      /picture 1 style 1/,
      ({ measures }) => Object.assign(measures.style![2], { 1: 1 }),
    ],
    [
      'an area that is no number',
      'memory.safetensors',
      /area that is no part/,
      ({ measures }) => Object.assign(measures.area![2], { 1: Number.NaN }),
    ],
    [
      'an empty box',
      'memory.safetensors',
      /empty box for picture 1/,
      ({ measures }) => Object.assign(measures.box![2], { 6: 0.25 }),
    ],
    [
      'palettes that end too early',
      'memory.safetensors',
      /do not span/,
      ({ measures }) => Object.assign(measures.palette_starts![2], { 6: 5 }),
    ],
    [
      'palettes that fall',
      'memory.safetensors',
      /palette_starts that fall at 3/,
      ({ measures }) => Object.assign(measures.palette_starts![2], { 2: 4 }),
    ],
    [
      'a colour beyond the palette',
      'memory.safetensors',
      /palette colour beyond the 8/,
      ({ measures }) => Object.assign(measures.palette_colours![2], { 0: 8 }),
    ],
    [
      'a colour name that there is not',
      'memory.safetensors',
      /colour name beyond the 2/,
      ({ measures }) => Object.assign(measures.colour_names![2], { 0: 2 }),
    ],
  ])('refuses %s and names %s', async (_, file, what, spoil) => {
    await writeSmallBundle(dir, spoil);
    await expectRefusal('bundle_invalid', file, what, /export it again with the training code of this version/);
  });

  it('refuses a manifest that is no JSON', async () => {
    await writeFile(join(dir, 'kaleido.json'), '{');
    await expectRefusal('bundle_invalid', 'kaleido.json', /not a JSON object/, /export it again/);
  });

  it.each([5, 7])('refuses a bundle of format %i in one sentence, whatever else is in it', async (format) => {
    await writeFile(join(dir, 'kaleido.json'), JSON.stringify({ format }));
    expect(await wordsOf(() => loadBundle(dir))).toBe(
      `bundle_invalid: ${dir} is of format ${format}, and this version reads format 6: take models/stickers of this version, or export it again with its training code.`,
    );
  });
});
