import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/images/metadata.js';
import { run } from './command-line.js';

const FOLDER = fileURLToPath(new URL('../fixtures/diffusers/lcm', import.meta.url));
const PAINTER = { KALEIDO_PAINTER: 'diffusers', KALEIDO_PAINTER_FOLDER: FOLDER };
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-folder-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('a folder of another model', () => {
  it('paints what memory knows nothing of, and the picture says who did', async () => {
    const out = join(dir, 'grid.png');
    const painted = await run(['imagine', 'a florpity zindlewurp', '--out', out, '--seed', '7'], PAINTER);
    expect(painted).toMatchObject({ exitCode: 0, stderr: '' });
    const record = await readMetadata(await readFile(out));
    expect(JSON.stringify(record)).toContain('"lcm"');
    const info = await run(['info', out], PAINTER);
    expect(info.stdout).toMatch(/painter +lcm \(diffusers\)/);
    expect(info.stdout).toMatch(/licence +apache-2\.0/);
  });

  it('that is none is said to be so, and what it lacks', async () => {
    const { exitCode, stderr } = await run(['imagine', 'a cat', '--out', join(dir, 'none.png')], {
      ...PAINTER,
      KALEIDO_PAINTER_FOLDER: dir,
    });
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('model_index.json');
  });

  it('is opened by the doctor, who tells its size and its licence', async () => {
    const { stdout } = await run(['doctor'], PAINTER);
    expect(stdout).toMatch(/✔ painter diffusers: lcm, \d+ pixels/);
    expect(stdout).toContain('Licence of the model: apache-2.0');
  });
});
