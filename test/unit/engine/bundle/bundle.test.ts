import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { smallManifestJson, smallTokenizerJson } from '../support/small-bundle.js';

let dir: string;

async function writeBundle(contents: Record<string, string> = {}): Promise<void> {
  const manifest = smallManifestJson();
  const files: Record<string, { sha256: string; bytes: number }> = manifest.files;
  for (const name of Object.keys(files)) {
    const content =
      contents[name] ?? (name === 'tokenizer.json' ? JSON.stringify(smallTokenizerJson) : `graph ${name}`);
    files[name] = { sha256: createHash('sha256').update(content).digest('hex'), bytes: Buffer.byteLength(content) };
    await writeFile(join(dir, name), content);
  }
  await writeFile(join(dir, 'kaleido.json'), JSON.stringify(manifest));
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-bundle-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('loading a bundle', () => {
  it('verifies the files and hashes the whole', async () => {
    await writeBundle();
    const bundle = await loadBundle(dir);
    expect(bundle.manifest.name).toBe('small');
    expect(bundle.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(bundle.graphPath('prior.onnx')).toBe(join(dir, 'prior.onnx'));
    expect((await loadBundle(dir)).hash).toBe(bundle.hash);
    await writeBundle({ 'prior.onnx': 'other weights' });
    expect((await loadBundle(dir)).hash).not.toBe(bundle.hash);
  });

  it.each<[string, string, string, () => Promise<void>]>([
    ['no folder', 'bundle_missing', 'kaleido.json', () => rm(join(dir, 'kaleido.json'))],
    ['a missing graph', 'bundle_missing', 'denoiser.onnx', () => rm(join(dir, 'denoiser.onnx'))],
    ['a manifest that is no JSON', 'bundle_invalid', 'kaleido.json', () => writeFile(join(dir, 'kaleido.json'), '{')],
    ['a manifest of another kind', 'bundle_invalid', 'format', () => writeFile(join(dir, 'kaleido.json'), '{}')],
    ['a truncated graph', 'bundle_corrupt', 'prior.onnx', () => writeFile(join(dir, 'prior.onnx'), 'graph')],
    ['a changed graph', 'bundle_corrupt', 'prior.onnx', () => writeFile(join(dir, 'prior.onnx'), 'graph prior.onnX')],
    [
      'a tokenizer that is no object',
      'bundle_invalid',
      'tokenizer.json',
      () => writeBundle({ 'tokenizer.json': '[]' }),
    ],
  ])('refuses %s as %s and names %s', async (_, code, named, spoil) => {
    await writeBundle();
    await spoil();
    await expect(loadBundle(dir)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(named),
      hint: expect.stringMatching(/\w+/),
    });
  });
});
