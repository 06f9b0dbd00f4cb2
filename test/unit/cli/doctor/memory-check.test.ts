import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMemory } from '../../../../src/cli/doctor/memory-check.js';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { encodePng } from '../../../../src/images/sharp.js';
import { wordsOf } from '../../../support/words-of.js';
import { smallMeasures, writeSmallBundle } from '../../engine/support/small-bundle.js';
import { solid } from '../../images/solid.js';

const GO_ON = new AbortController().signal;
let dir: string;

/** A small bundle of these three pictures, of which each covers a quarter of its square by its measures. */
async function bundleOf(pictures: Buffer[]): Promise<Bundle> {
  await writeSmallBundle(dir, (files) => {
    files.pictures.splice(0, 3, ...pictures);
    const sizes = pictures.map(({ length }) => length) as [number, number, number];
    Object.assign(files.measures, smallMeasures(sizes));
  });
  return loadBundle(dir);
}

const picture = (side: number, alpha: number) => encodePng(solid(side, [200, 30, 30, alpha]));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-memory-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('checkMemory', () => {
  it('decodes all pictures and counts them', async () => {
    const bundle = await bundleOf([await picture(128, 64), await picture(128, 63), await picture(128, 64)]);
    await expect(checkMemory(bundle, GO_ON)).resolves.toMatchObject({
      status: 'ok',
      text: expect.stringMatching(/^memory: 3 pictures of 2 things and 1 mood decoded in \d+\.\d s$/),
    });
  });

  it.each<[string, RegExp, () => Buffer | Promise<Buffer>]>([
    ['is none', /has a picture 1 \(none:pizza\) that cannot be decoded/, () => Buffer.from('no picture at all')],
    ['is of another size', /of 64 × 64 pixels instead of 128 × 128/, () => picture(64, 64)],
    [
      'does not fit its measures',
      /covers 50 % of its square, where memory\.safetensors says 25 %/,
      () => picture(128, 128),
    ],
  ])('refuses a picture that %s, naming the file and the mend', async (_, what, spoilt) => {
    const bundle = await bundleOf([await picture(128, 64), await spoilt(), await picture(128, 64)]);
    const refused = checkMemory(bundle, GO_ON);
    const words = await wordsOf(() => refused);
    expect(words).toMatch(what);
    expect(words).toContain(`bundle_invalid: ${join(dir, 'memory.bin')} has`);
    expect(words).toMatch(/: export it again with the training code of this version\.$/);
  });

  it('stops when aborted', async () => {
    const bundle = await bundleOf([await picture(128, 64), await picture(128, 64), await picture(128, 64)]);
    const reason = new Error('stop');
    await expect(checkMemory(bundle, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
