import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { chooseProviders } from '../../../../src/engine/pipeline/choose-providers.js';
import { openSession, type Provider, type SessionOptions } from '../../../../src/engine/runtime/onnx.js';
import { TINY_BUNDLE } from '../support/golden.js';

const bundle = await loadBundle(TINY_BUNDLE);

describe('what networks run on', () => {
  it('is what the host names, and nothing is tried', async () => {
    const open = () => Promise.reject(new Error('tried'));
    expect(await chooseProviders(bundle, ['cuda', 'cpu'], { hasCard: true, open })).toEqual({
      providers: ['cuda', 'cpu'],
      paintingProviders: ['cuda', 'cpu'],
    });
  });

  it('is the CPU where there is no card, and nothing is tried', async () => {
    const open = () => Promise.reject(new Error('tried'));
    const chosen = await chooseProviders(bundle, ['auto'], { hasCard: false, open });
    expect(chosen).toEqual({ providers: ['cpu'], paintingProviders: ['cpu'] });
  });

  it('is the card for painting where that is faster, and the CPU for planning', async () => {
    let clock = 0;
    const open = async (path: string, { providers: [wanted = 'cpu'] = [] }: SessionOptions) => {
      const session = await openSession(path, { threads: 1 });
      const provider = wanted as Provider;
      if (provider !== 'webgpu' && provider !== 'cpu') return session;
      const run: typeof session.run = (inputs, outputs) => {
        clock += provider === 'cpu' ? 100 : 5;
        return session.run(inputs, outputs);
      };
      return { ...session, provider, run };
    };
    const chosen = await chooseProviders(bundle, ['auto'], { hasCard: true, open, now: () => clock });
    expect(chosen).toEqual({ providers: ['cpu'], paintingProviders: ['webgpu', 'cpu'] });
  });
});
