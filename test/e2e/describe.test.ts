import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './command-line.js';
import { rocketPng } from './support/described-picture.js';

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-describe-'));
  file = join(folder, 'rocket.png');
  await writeFile(file, await rocketPng());
});
afterAll(() => rm(folder, { recursive: true }));

describe('kaleido describe', () => {
  it('says what a picture shows and how sure that is, and lists its latents', async () => {
    const { exitCode, stdout, stderr } = await run(['describe', file]);
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toMatch(/^an? .*rocket, \w+ style: I am \d+ % sure\./);
    for (const kind of ['description', 'boxes', 'shapes', 'palette'])
      expect(stdout).toMatch(new RegExp(`^ +${kind} `, 'm'));
  });

  it('tells programs the same', async () => {
    const { stdout } = await run(['describe', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      thing: { name: 'rocket' },
      latents: { boxes: [{ label: 'rocket' }], palette: expect.any(Array) },
    });
  });

  it.each([
    [
      'what is no picture',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'That is no picture that I can read',
    ],
    ['what breaks off', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'damaged'],
  ])('refuses %s in a sentence', async (name, bytes, sentence) => {
    const bad = join(folder, 'bad');
    await writeFile(bad, bytes);
    const { exitCode, stderr } = await run(['describe', bad]);
    expect(stderr, name).toContain(sentence);
    expect(exitCode).toBe(2);
  });
});
