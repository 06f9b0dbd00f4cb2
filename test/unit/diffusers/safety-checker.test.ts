import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openNetworks } from '../../../src/diffusers/networks.js';
import { paint } from '../../../src/diffusers/paint.js';
import { readFolder } from '../../../src/diffusers/read-folder.js';
import { isObjectedTo, lookAt, readSafetyChecker } from '../../../src/diffusers/safety-checker.js';
import { checkedPicture, FOLDERS, goldenPictures, SQUARES, spreadNoise, wantedSquares } from './golden-pictures.js';

const FOLDER = join(FOLDERS, 'sd-1.5');
const networks = openNetworks({ threads: 1 });
afterAll(() => networks.dispose());

const checks = goldenPictures['sd-1.5']!.checks!;

it.each(checks)(
  'a picture of $kind, $width × $height, is seen as by Pillow and judged as by PyTorch',
  async (check) => {
    const checker = (await readSafetyChecker(FOLDER))!;
    const image = checkedPicture(check);
    const { data, dims } = await lookAt(image, checker.look);
    expect(dims).toEqual([1, 3, 224, 224]);
    const size = 224 / SQUARES;
    const squares = new Float32Array(3 * SQUARES ** 2);
    for (let at = 0; at < data.length; at++) {
      const [channel, p] = [Math.floor(at / 224 ** 2), at % 224 ** 2];
      const square = Math.floor(Math.floor(p / 224) / size) * SQUARES + Math.floor((p % 224) / size);
      squares[channel * SQUARES ** 2 + square]! += data[at]! / size ** 2;
    }
    const off = wantedSquares(check).map((value, k) => Math.abs(value - squares[k]!));
    expect(Math.max(...off)).toBeLessThan(0.02);
    expect(await isObjectedTo(checker, networks, image)).toBe(check.objected);
  },
);

it('what a folder’s checker objects to is refused, and not shown while it comes about', async () => {
  const folder = await readFolder(FOLDER);
  const start = { image: checkedPicture(checks.find(({ kind }) => kind === 'plain')!), strength: 0.1 };
  const request = { prompt: 'a cat', negative: '', steps: 20, guidance: 1, start, size: { width: 64, height: 64 } };
  const painting = async () => {
    for await (const event of paint(folder, networks, request, { noiseAt: spreadNoise })) {
      expect(event).toMatchObject({ type: 'part' });
      expect(event).not.toHaveProperty('image');
    }
  };
  await expect(painting()).rejects.toMatchObject({ code: 'painter_refused', data: { why: 'unsafe' } });
});

it('a checker of another layout is told by its file, and one without a configuration looks as CLIP does', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kaleido-checker-'));
  await cp(FOLDER, dir, { recursive: true });
  const config = join(dir, 'feature_extractor', 'preprocessor_config.json');
  await writeFile(config, '{"size": "large"}');
  await expect(readSafetyChecker(dir)).rejects.toMatchObject({ data: { why: 'bad_file', path: config } });
  await writeFile(config, '{"size": 256, "crop_size": 224}');
  expect((await readSafetyChecker(dir))!.look).toMatchObject({ scaled: 256, seen: 224 });
  await rm(config);
  const told = (await readSafetyChecker(FOLDER))!.look;
  expect((await readSafetyChecker(dir))!.look).toEqual(told);
  await cp(join(dir, 'vae_decoder', 'model.onnx'), join(dir, 'safety_checker', 'model.onnx'));
  const other = (await readSafetyChecker(dir))!;
  const judging = isObjectedTo(other, networks, checkedPicture(checks[0]!));
  await expect(judging).rejects.toMatchObject({ code: expect.stringMatching(/painter_invalid|model_failed/) });
  await rm(join(dir, 'safety_checker'), { recursive: true });
  expect(await readSafetyChecker(dir)).toBeUndefined();
  await rm(dir, { recursive: true });
});
