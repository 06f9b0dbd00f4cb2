import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/engine/context/index.js';
import { readWordTables } from '../../../../src/engine/words/word-tables.js';

describe('the tables of words', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'words-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const refusal = expect.objectContaining({
    code: 'bundle_corrupt',
    data: { why: 'words' },
  });

  it('are those of the package', () => expect(readWords().names.count).toBeGreaterThan(10_000));

  it('are refused in a sentence when they are missing', () => {
    expect(() => readWords(() => readWordTables(join(folder, 'none')))).toThrow(refusal);
  });

  it('are refused in a sentence when they are damaged', async () => {
    await writeFile(join(folder, 'names.bin'), '<<<<<<< HEAD');
    expect(() => readWords(() => readWordTables(folder))).toThrow(refusal);
  });
});
