import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderPainter } from '../../../src/diffusers/folder-painter.js';
import { readFolder } from '../../../src/diffusers/read-folder.js';
import { createShelf } from '../../../src/diffusers/shelf.js';
import { FOLDERS } from './golden-pictures.js';

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'kaleido-folders-'));
});
afterAll(() => rm(scratch, { recursive: true }));

/** A copy of a layout's folder in which something is changed. */
async function changed(name: string, change: (dir: string) => Promise<unknown>): Promise<string> {
  const dir = await mkdtemp(join(scratch, 'x-'));
  await cp(join(FOLDERS, name), dir, { recursive: true });
  await change(dir);
  return dir;
}

async function changeJson(path: string, change: object): Promise<void> {
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...change }));
}

const refusal = (why: string, data: object = {}) => ({
  code: 'painter_invalid',
  data: expect.objectContaining({ why, ...data }),
});

describe('folders of models', () => {
  it('tell kind, licence, size and what they lack', async () => {
    const turbo = await readFolder(join(FOLDERS, 'sd-turbo'));
    expect(turbo).toMatchObject({ isXl: false, side: 512, scale: 8, scaling: 0.18215, encoder: undefined });
    expect(turbo.licence).toBe('apache-2.0');
    const xl = await readFolder(join(FOLDERS, 'sdxl'));
    expect(xl).toMatchObject({ isXl: true, hasZeros: true, scaling: 0.13025 });
    const weights = await stat(join(FOLDERS, 'sdxl', 'unet', 'model.onnx.data'));
    expect(xl.bytes).toBeGreaterThan(weights.size);
  });

  it.each([
    ['sd-1.5', 'model_index.json'],
    ['sd-1.5', 'scheduler/scheduler_config.json'],
    ['sd-1.5', 'tokenizer/vocab.json'],
    ['sd-1.5', 'tokenizer/merges.txt'],
    ['sd-1.5', 'unet/model.onnx'],
    ['sd-1.5', 'unet/model.onnx_data'],
    ['sdxl', 'unet/model.onnx.data'],
    ['sdxl', 'text_encoder_2/model.onnx'],
    ['lcm', 'unet/weights.pb'],
    ['lcm', 'vae_decoder/model.onnx'],
  ])('%s: half a download is told by the name of %s', async (name, file) => {
    const dir = await changed(name, (at) => rm(join(at, file)));
    await expect(readFolder(dir)).rejects.toMatchObject(refusal('no_file', { path: join(dir, file) }));
  });

  it('are refused where weights are cut off', async () => {
    const dir = await changed('lcm', (at) => truncate(join(at, 'unet', 'weights.pb'), 100));
    await expect(readFolder(dir)).rejects.toMatchObject(refusal('cut_file', { bytes: 100 }));
  });

  it('are refused where a graph is cut off, by reading or by opening it', async () => {
    const dir = await changed('sd-1.5', (at) => truncate(join(at, 'vae_decoder', 'model.onnx'), 700));
    await expect(readFolder(dir)).rejects.toMatchObject(refusal('bad_graph'));
    const other = await changed('sd-1.5', (at) => writeFile(join(at, 'unet', 'model.onnx'), ''));
    const shelf = createShelf({ threads: 1 });
    const painter = createFolderPainter({ dir: other }, shelf);
    await expect(painter.open()).rejects.toMatchObject(refusal('bad_graph'));
    await shelf.dispose();
  });

  it('of another pipeline, scheduler or configuration say what is known', async () => {
    const flux = await changed('sdxl', (at) =>
      changeJson(join(at, 'model_index.json'), { _class_name: 'FluxPipeline' }),
    );
    await expect(readFolder(flux)).rejects.toMatchObject(refusal('unknown_pipeline', { has: 'FluxPipeline' }));
    const scheduler = (change: object) =>
      changed('sdxl', (at) => changeJson(join(at, 'scheduler', 'scheduler_config.json'), change));
    await expect(readFolder(await scheduler({ _class_name: 'toString' }))).rejects.toMatchObject(
      refusal('unknown_scheduler', { known: expect.stringContaining('LCMScheduler') }),
    );
    await expect(readFolder(await scheduler({ prediction_type: 'x' }))).rejects.toMatchObject(
      refusal('bad_file', { detail: expect.stringContaining('prediction_type') }),
    );
    const html = await changed('sdxl', (at) => writeFile(join(at, 'model_index.json'), '<html>'));
    await expect(readFolder(html)).rejects.toMatchObject(refusal('bad_file'));
  });

  it('know licences by names where no page tells them', async () => {
    const named = (name: string) =>
      changed('sd-turbo', async (at) => {
        await rm(join(at, 'README.md'));
        await changeJson(join(at, 'model_index.json'), { _name_or_path: name });
      });
    expect((await readFolder(await named('stabilityai/sd-turbo'))).licence).toMatch(/Non-Commercial/);
    expect((await readFolder(await named('somebody/something'))).licence).toBeNull();
  });

  it('of one size refuse another before they paint', async () => {
    const shelf = createShelf({ threads: 1 });
    const painter = createFolderPainter({ dir: join(FOLDERS, 'sd-turbo'), size: 256 }, shelf);
    const events = painter.picture({ prompt: 'a cat', negative: '', seed: 1 });
    await expect(events[Symbol.asyncIterator]().next()).rejects.toMatchObject(refusal('fixed_size', { side: 512 }));
    await shelf.dispose();
  });

  it('say what they are and can', async () => {
    const shelf = createShelf({ threads: 1 });
    const about = (name: string) => createFolderPainter({ dir: join(FOLDERS, name) }, shelf).about();
    expect(await about('sd-1.5')).toMatchObject({ model: 'sd-1.5', size: 512, can: { image: true, negative: true } });
    expect(await about('sd-turbo')).toMatchObject({ aspects: ['1:1'], can: { image: false, negative: false } });
    expect((await about('lcm')).aspects).toContain('16:9');
    expect(await about('lcm')).toMatchObject({ can: { image: true, negative: false } });
    expect(await createFolderPainter({ dir: join(FOLDERS, 'lcm') }, shelf).open()).toMatchObject({ provider: 'cpu' });
    await shelf.dispose();
  });
});
