import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { floatTensor, intTensor } from '../../../../src/engine/basics/tensor.js';
import { GRAPH_FILES, type GraphFile } from '../../../../src/engine/manifest/files.js';
import { openSession } from '../../../../src/engine/runtime/onnx.js';
import { GOLDEN_BUNDLES, TINY_BUNDLE } from '../support/golden.js';
import { operatorsOf } from '../support/graph-ops.js';

const DECODER = join(TINY_BUNDLE, 'visual_decoder.onnx');
const codes = { codes: intTensor([2, 64], new Int32Array(128)) };

describe('sessions', () => {
  it('run a graph with named tensors and give the outputs asked for', async () => {
    const session = await openSession(DECODER, { threads: 1 });
    expect([...session.inputs.keys()]).toEqual(['codes']);
    expect(session.inputs.get('codes')).toMatchObject({ type: 'int64', shape: ['B', 64] });
    const outputs = await session.run(codes, ['guess']);
    expect(Object.keys(outputs)).toEqual(['guess']);
    expect(outputs.guess?.dims).toEqual([2, 4, 128, 128]);
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
      data: { why: 'unopened', path },
    });
    await rm(dir, { recursive: true });
  });
});

describe.each(GOLDEN_BUNDLES)('the graphs of %s', (dir) => {
  const QUANTISED = ['DequantizeLinear', 'MatMulNBits'];
  /** Graphs whose weights are large enough to be stored as int8 in any bundle. */
  const LARGE: readonly GraphFile[] = ['text_encoder.onnx', 'prior.onnx', 'denoiser.onnx'];

  it.each(GRAPH_FILES)('%s stores int8 and runs float32 alone', async (file) => {
    const scratch = await mkdtemp(join(tmpdir(), 'kaleido-onnx-'));
    const optimisedPath = join(scratch, file);
    const session = await openSession(join(dir, file), { threads: 1, optimisedPath });
    await session.dispose();
    const [stored, run] = [await operatorsOf(join(dir, file)), await operatorsOf(optimisedPath)];
    if (LARGE.includes(file)) expect([...stored.keys()]).toContain('DequantizeLinear');
    expect(run.size).toBeGreaterThan(0);
    expect([...run.keys()].filter((type) => QUANTISED.includes(type))).toEqual([]);
    await rm(scratch, { recursive: true });
  });
});
