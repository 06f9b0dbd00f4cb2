import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSession, type Provider, type Session, type SessionOptions } from '../../../../src/engine/runtime/onnx.js';
import { fastestFirst, tryProviders } from '../../../../src/engine/runtime/provider-trials.js';
import { TINY_BUNDLE } from '../support/golden.js';

const DENOISER = join(TINY_BUNDLE, 'denoiser.onnx');
const SIZES = { B: 2, S: 8 };

describe('trials of providers', () => {
  /** Milliseconds that a run is said to take on each; what is not named is refused. */
  function machine(speeds: Partial<Record<Provider, number>>, isWrong: readonly Provider[] = []) {
    let clock = 0;
    const open = async (path: string, options: SessionOptions): Promise<Session> => {
      const [wanted = 'cpu'] = (options.providers ?? []) as readonly Provider[];
      const session = await openSession(path, { threads: 1 });
      const takes = speeds[wanted];
      if (takes === undefined) {
        options.onWarning?.(`${wanted} cannot be used`);
        return session;
      }
      return {
        ...session,
        provider: wanted,
        async run(inputs, outputs) {
          clock += takes;
          const results = await session.run(inputs, outputs);
          if (isWrong.includes(wanted)) for (const { data } of Object.values(results)) data.fill(1 as never);
          return results;
        },
      };
    };
    const tried = (providers: readonly Provider[]) =>
      tryProviders(DENOISER, providers, { sizes: SIZES, open, now: () => clock });
    return { tried };
  }

  it('time the CPU and all that open the graph, and say why of others', async () => {
    const { tried } = machine({ cpu: 40, webgpu: 10 });
    const trials = await tried(['webgpu', 'cuda', 'cpu']);
    expect(trials).toEqual([
      { provider: 'cpu', ms: 40 },
      { provider: 'webgpu', ms: 10 },
      { provider: 'cuda', why: 'cuda cannot be used' },
    ]);
    expect(fastestFirst(trials)).toEqual(['webgpu', 'cpu']);
  });

  it('put the fastest first', async () => {
    const { tried } = machine({ cpu: 40, webgpu: 10, cuda: 4 });
    expect(fastestFirst(await tried(['webgpu', 'cuda']))).toEqual(['cuda', 'webgpu', 'cpu']);
  });

  it('leave it to the CPU where a card is no faster, as Vulkan in software is', async () => {
    const { tried } = machine({ cpu: 40, webgpu: 38 });
    expect(fastestFirst(await tried(['webgpu']))).toEqual(['cpu']);
  });

  it('pass over one that calculates something else, however fast', async () => {
    const { tried } = machine({ cpu: 40, webgpu: 1 }, ['webgpu']);
    const trials = await tried(['webgpu']);
    expect(trials[1]).toEqual({ provider: 'webgpu', why: 'it calculates something else than the CPU' });
    expect(fastestFirst(trials)).toEqual(['cpu']);
  });

  it('are of real sessions, which say what is missing here', async () => {
    const missing = process.platform === 'darwin' ? 'directml' : 'coreml';
    const [cpu, other] = await tryProviders(DENOISER, [missing], { sizes: SIZES, threads: 1 });
    expect(cpu).toEqual({ provider: 'cpu', ms: expect.any(Number) });
    expect(other).toEqual({ provider: missing, why: expect.stringContaining('the next provider is tried') });
  });
});
