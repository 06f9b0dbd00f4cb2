import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/rgba-image.js';
import { createEvaluator, type Evaluator } from '../../../../src/engine/evaluator/evaluator.js';
import { dot, vectorAt } from '../../../../src/engine/metrics/vectors.js';
import { wordsOf } from '../../../support/words-of.js';

const TINY = 'test/fixtures/evaluator-tiny';
const SIZE = 128;

const plain = (...rgba: [number, number, number, number]): RgbaImage => {
  return { width: SIZE, height: SIZE, data: Uint8Array.from({ length: SIZE * SIZE * 4 }, (_, i) => rgba[i % 4]!) };
};

describe('createEvaluator', () => {
  let evaluator: Evaluator;
  let folder: string;
  beforeAll(async () => {
    evaluator = await createEvaluator(TINY);
    folder = await mkdtemp(join(tmpdir(), 'evaluator-'));
  });
  afterAll(async () => {
    await evaluator.dispose();
    await rm(folder, { recursive: true });
  });

  it('gives unit embeddings and features of as many pictures as it gets', async () => {
    const pictures = Array.from({ length: 70 }, (_, i) => plain(i, 255 - i, 0, 255));
    const { embeddings, features } = await evaluator.embedImages(pictures);
    expect([embeddings.count, embeddings.width, features.count, features.width]).toEqual([70, 8, 70, 12]);
    for (const row of [0, 69]) expect(dot(vectorAt(embeddings, row), vectorAt(embeddings, row))).toBeCloseTo(1, 5);
    const [alone] = [await evaluator.embedImages([pictures[69]!])];
    expect(dot(vectorAt(alone.embeddings, 0), vectorAt(embeddings, 69))).toBeCloseTo(1, 5);
  });

  it('refuses pictures of another size', async () => {
    const small = { width: 32, height: 32, data: new Uint8Array(32 * 32 * 4) };
    await expect(evaluator.embedImages([small])).rejects.toThrow('32 × 32');
  });

  it('does not see colours where nothing is drawn', async () => {
    const { features } = await evaluator.embedImages([plain(255, 0, 0, 0), plain(0, 255, 0, 0)]);
    expect([...vectorAt(features, 0)]).toEqual([...vectorAt(features, 1)]);
  });

  it('embeds prompts, whatever their length', async () => {
    const prompts = await evaluator.embedPrompts(['a cat', 'a cat and a pizza '.repeat(20), 'a cat']);
    expect(prompts.count).toBe(3);
    expect(dot(vectorAt(prompts, 0), vectorAt(prompts, 2))).toBeCloseTo(1, 6);
    expect(dot(vectorAt(prompts, 0), vectorAt(prompts, 1))).toBeLessThan(0.999);
  });

  it('reads the stored features of real canvases', () => {
    const { count, concepts } = evaluator.manifest.reference;
    expect([evaluator.reference.count, concepts.length]).toEqual([count, count]);
    expect(evaluator.reference.data.some((value) => value !== 0)).toBe(true);
  });

  it('refuses a folder whose files are not those of its manifest', async () => {
    await cp(TINY, folder, { recursive: true });
    const path = join(folder, 'reference.f16');
    const bytes = await readFile(path);
    bytes[0]! ^= 1;
    await writeFile(path, bytes);
    await expect(createEvaluator(folder)).rejects.toMatchObject({ code: 'bundle_corrupt' });
    await expect(createEvaluator(join(folder, 'none'))).rejects.toMatchObject({ code: 'bundle_missing' });
  });

  it('refuses an evaluator of another format in one sentence that says what to take', async () => {
    const old = join(folder, 'old');
    await mkdir(old);
    const manifest = JSON.parse(await readFile(join(TINY, 'evaluator.json'), 'utf8'));
    await writeFile(join(old, 'evaluator.json'), JSON.stringify({ ...manifest, format: 1 }));
    const words = await wordsOf(() => createEvaluator(old));
    expect(words).toMatch(/^bundle_invalid: /);
    expect(words).toContain(`${old} is of format 1, and this version reads format 2`);
    expect(words).toMatch(/take models\/evaluator of this version, or export it again with its training code/i);
  });
});
