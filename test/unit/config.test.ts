import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { wordsOf } from '../support/words-of.js';

describe('readConfig', () => {
  it('needs nothing set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ providers: ['auto'], threads: undefined });
    expect(config.bundleDir.endsWith(join('models', 'stickers'))).toBe(true);
  });

  it('reads what is set', () => {
    expect(readConfig({ KALEIDO_BUNDLE: '/b', KALEIDO_PROVIDERS: 'CUDA, cpu', KALEIDO_THREADS: '2' })).toMatchObject({
      bundleDir: '/b',
      providers: ['cuda', 'cpu'],
      threads: 2,
    });
  });

  it('takes blank variables as unset', () => {
    expect(readConfig({ KALEIDO_BUNDLE: ' ', KALEIDO_PROVIDERS: '', KALEIDO_THREADS: '' })).toEqual(readConfig({}));
  });

  it('refuses prices of what nothing here paints with, and says what there is', () => {
    const prices = { KALEIDO_PAINTER_PRICE: '0.04, skteches=0.1' };
    const read =
      (more: Record<string, string> = {}) =>
      () =>
        readConfig({ ...prices, ...more });
    const models = { KALEIDO_PAINTER: 'sdapi', KALEIDO_PAINTER_MODEL: 'dreams, sketches' };
    const data = { why: 'unknown_price', option: 'KALEIDO_PAINTER_PRICE', name: 'skteches' };
    const refusal = (known: string) => expect.objectContaining({ code: 'bad_setting', data: { ...data, known } });
    expect(read()).toThrow(refusal('kaleido'));
    expect(read({ KALEIDO_PAINTER: 'comfyui' })).toThrow(refusal('comfyui, kaleido'));
    expect(read(models)).toThrow(refusal('dreams, sketches, kaleido'));
    expect(read({ ...models, KALEIDO_PAINTER_PRICE: '0.04, sketches=0.1, kaleido=0.01' })).not.toThrow();
  });

  it.each([
    ['KALEIDO_PROVIDERS', 'gpu'],
    ['KALEIDO_THREADS', '0'],
    ['KALEIDO_THREADS', 'many'],
    ['KALEIDO_TIME_ZONE', 'Mars/Olympus'],
    ['DISCORD_SHARDS', 'some'],
    ['KALEIDO_LOG_PROMPTS', 'maybe'],
    ['DATABASE_URL', 'mysql://here'],
  ])('refuses %s=%s, naming it and the remedy', async (name, value) => {
    expect(await wordsOf(() => readConfig({ [name]: value }))).toMatch(
      new RegExp(`^bad_setting: The environment variable ${name} cannot be used.*\nSet it`),
    );
  });

  it('never repeats what may hold a password', async () => {
    const read = () => readConfig({ REDIS_URL: 'https://:hunter2@cache' });
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
    expect(await wordsOf(read)).not.toContain('hunter2');
  });

  it.each([
    ['1', true],
    ['Yes', true],
    ['off', false],
    ['', false],
  ])('reads the switch %j as %s', (text, isOn) => {
    expect(readConfig({ KALEIDO_LOG_PROMPTS: text }).logPrompts).toBe(isOn);
  });
});
