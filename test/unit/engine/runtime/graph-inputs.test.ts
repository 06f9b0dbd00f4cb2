import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inputShapes } from '../../../../src/engine/runtime/graph-inputs.js';
import { bytesField, numberField, protobufMessage } from '../../../../src/engine/runtime/protobuf.js';

const FOLDERS = 'test/fixtures/diffusers';
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'kaleido-graph-'));
});
afterAll(() => rm(scratch, { recursive: true }));

async function file(bytes: Uint8Array): Promise<string> {
  const path = join(scratch, `${bytes.length}.onnx`);
  await writeFile(path, bytes);
  return path;
}

it('reads which axes of a graph’s inputs are fixed, and which are free', async () => {
  const fixed = await inputShapes(join(FOLDERS, 'sd-turbo', 'unet', 'model.onnx'));
  expect([...fixed.keys()]).toEqual(['sample', 'timestep', 'encoder_hidden_states']);
  expect(fixed.get('sample')).toEqual([1, 4, 64, 64]);
  const free = await inputShapes(join(FOLDERS, 'sd-1.5', 'unet', 'model.onnx'));
  expect(free.get('sample')).toEqual([undefined, 4, undefined, undefined]);
  expect(free.get('timestep')).toEqual([]);
});

it('steps over weights, and takes a size of 0 for none', async () => {
  const text = (number: number, content: string) => bytesField(number, Buffer.from(content));
  const dims = [numberField(1, 2), numberField(1, 0), text(2, 'height')].map((dim) => bytesField(1, dim));
  const tensor = bytesField(1, protobufMessage(numberField(1, 1), bytesField(2, protobufMessage(...dims))));
  const input = protobufMessage(text(1, 'sample'), bytesField(2, tensor));
  const graph = protobufMessage(bytesField(5, Buffer.alloc(300_000, 255)), bytesField(11, input));
  const model = protobufMessage(numberField(1, 8), bytesField(7, graph));
  expect([...(await inputShapes(await file(model)))]).toEqual([['sample', [2, undefined, undefined]]]);
});

it('refuses what is no model, or cut off', async () => {
  const whole = await readFile(join(FOLDERS, 'sd-turbo', 'unet', 'model.onnx'));
  await expect(inputShapes(await file(whole.subarray(0, 900)))).rejects.toThrow(RangeError);
  await expect(inputShapes(await file(Buffer.from('<html>')))).rejects.toThrow(RangeError);
  await expect(inputShapes(join(scratch, 'none'))).rejects.toThrow('ENOENT');
});
