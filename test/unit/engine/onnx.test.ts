import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../../src/engine/onnx.js';
import { floatTensor, intTensor } from '../../../src/engine/tensor.js';
import { TINY_BUNDLE } from './support/golden.js';

const DECODER = join(TINY_BUNDLE, 'visual_decoder.onnx');
const codes = { codes: intTensor([2, 64], new Int32Array(128)) };

describe('sessions', () => {
  it('run a graph with named tensors and give the outputs asked for', async () => {
    const session = await openSession(DECODER, { threads: 1 });
    expect(session.inputNames).toEqual(['codes']);
    const outputs = await session.run(codes, ['guess']);
    expect(Object.keys(outputs)).toEqual(['guess']);
    expect(outputs.guess?.dims).toEqual([2, 4, 64, 64]);
    expect(outputs.guess?.data).toBeInstanceOf(Float32Array);
    await session.dispose();
  });

  it('read an input anew that was changed in place', async () => {
    const session = await openSession(DECODER, { threads: 1 });
    const inputs = { codes: intTensor([1, 64], new Int32Array(64)) };
    const before = await session.run(inputs);
    inputs.codes.data.fill(7n);
    const after = await session.run(inputs);
    expect(after.guess!.data).not.toEqual(before.guess!.data);
    await session.dispose();
  });

  it('fall back to the cpu with a warning that names the provider and the remedy', async () => {
    const foreign = process.platform === 'darwin' ? 'directml' : 'coreml';
    const warnings: string[] = [];
    const session = await openSession(DECODER, { providers: [foreign], onWarning: (text) => warnings.push(text) });
    expect(session.provider).toBe('cpu');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(foreign);
    expect(warnings[0]).toContain('choose');
    await session.dispose();
  });

  it('refuse inputs that do not fit the graph as model_failed', async () => {
    const session = await openSession(DECODER);
    await expect(session.run({ codes: floatTensor([1, 64]) })).rejects.toMatchObject({ code: 'model_failed' });
    await expect(session.run({})).rejects.toMatchObject({ code: 'model_failed' });
    await session.dispose();
  });

  it('refuse a file that is no graph as model_failed, naming it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kaleido-onnx-'));
    const path = join(dir, 'broken.onnx');
    await writeFile(path, 'not a graph');
    await expect(openSession(path)).rejects.toMatchObject({
      code: 'model_failed',
      message: expect.stringContaining(path),
    });
    await rm(dir, { recursive: true });
  });
});
