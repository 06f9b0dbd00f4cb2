import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EngineError } from '../../../../src/engine/basics/engine-error.js';
import { floatTensor, intTensor } from '../../../../src/engine/basics/tensor.js';
import { openSession, type Session } from '../../../../src/engine/runtime/onnx.js';
import { withStandIn } from '../../../../src/engine/runtime/standing-in.js';
import { TINY_BUNDLE } from '../support/golden.js';

const DECODER = join(TINY_BUNDLE, 'visual_decoder.onnx');
const codes = { codes: intTensor([1, 64], new Int32Array(64)) };
const onCpu = () => openSession(DECODER, { threads: 1 });

/** A session on a card that is taken away at a run. */
async function failing(after: number): Promise<Session> {
  const session = await onCpu();
  let runs = 0;
  return {
    ...session,
    provider: 'webgpu',
    run(inputs, outputs) {
      if (runs++ < after) return session.run(inputs, outputs);
      const lost = { why: 'failed', path: DECODER, provider: 'webgpu', detail: 'device lost' } as const;
      return Promise.reject(new EngineError('model_failed', lost));
    },
  };
}

it('a run that a card fails at is done on the CPU, and all after it, with one warning', async () => {
  const warnings: string[] = [];
  const session = withStandIn(await failing(1), onCpu, (message) => warnings.push(message));
  const first = await session.run(codes);
  expect(session.provider).toBe('webgpu');
  const [second, third] = await Promise.all([session.run(codes), session.run(codes)]);
  expect(second).toEqual(first);
  expect(third).toEqual(first);
  expect(session.provider).toBe('cpu');
  expect(warnings).toEqual(['webgpu failed (device lost); the CPU goes on.']);
  await session.dispose();
});

it('what the CPU refuses too is refused', async () => {
  const session = withStandIn(await failing(0), onCpu);
  await expect(session.run({ codes: floatTensor([1, 64]) })).rejects.toMatchObject({ code: 'model_failed' });
  await session.dispose();
});
