import { describe, expect, it } from 'vitest';
import { checkMachine, checkNode, checkProviders, checkWords } from '../../../../src/cli/doctor/checks.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { TINY_BUNDLE } from '../../engine/support/golden.js';

describe('checkNode', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.20.2', 'ok'],
    ['22.1.0', 'ok'],
    ['20.18.1', 'failed'],
    ['18.20.0', 'failed'],
  ])('finds %s %s', (version, status) => expect(checkNode(version).status).toBe(status));

  it('says what to install', () => expect(checkNode('18.0.0').remedy).toContain('20.19'));
});

describe('checkMachine', () => {
  it('notes when memory is short', () => {
    expect(checkMachine(2, 2 ** 28)).toMatchObject({ status: 'note', remedy: expect.any(String) });
    expect(checkMachine(2, 2 ** 32)).toMatchObject({ status: 'ok', text: expect.stringContaining('2 threads') });
  });
});

describe('checkProviders', () => {
  it('times a step on each, and says what is not there', async () => {
    const bundle = await loadBundle(TINY_BUNDLE);
    const findings = await checkProviders(bundle, { providers: ['auto'], threads: 1 }, false);
    expect(findings[0]).toMatchObject({
      status: 'ok',
      text: expect.stringMatching(
        /^provider cpu works: a step of a grid of four in \d\.\d{3} s, [\d.]+ cell steps\/s$/,
      ),
    });
    expect(findings.at(-1)).toEqual({
      status: 'note',
      text: 'provider webgpu is not available: no graphics card with a driver for it',
    });
  });

  it('fails what is wanted and cannot be had', async () => {
    const foreign = process.platform === 'darwin' ? 'directml' : 'coreml';
    const bundle = await loadBundle(TINY_BUNDLE);
    const findings = await checkProviders(bundle, { providers: [foreign, 'webgpu'], threads: 1 }, false);
    const failed = findings.filter(({ status }) => status === 'failed').map(({ text }) => text);
    expect(failed).toEqual([
      `provider ${foreign} is wanted but does not work`,
      'provider webgpu is wanted, but there is no graphics card with a driver for it',
    ]);
    expect(findings.find(({ text }) => text.includes(foreign))?.remedy).toContain('choose');
  });
});

describe('checkWords', () => {
  it('counts what the tables have', () => {
    expect(checkWords()).toEqual({
      status: 'ok',
      text: expect.stringMatching(/^words: \d{4} emoji, \d{5,} names, \d{5,} kinds of things$/),
    });
  });
});
