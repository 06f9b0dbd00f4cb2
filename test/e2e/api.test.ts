import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'kaleido-api-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

it('`npm run api` writes a page of everything public, all of it documented and of types that are public too', async () => {
  // What it warns of is an error: TypeDoc names it on stdout.
  await run('npm', ['run', '--silent', 'api', '--', '--out', out], { cwd: ROOT }).catch(({ stdout }) => {
    throw new Error(String(stdout));
  });
  const functions = await readdir(join(out, 'functions'));
  expect(functions).toEqual(expect.arrayContaining(['createEngine.html', 'loadBundle.html', 'renderGrid.html']));
  expect(await readFile(join(out, 'interfaces', 'Engine.html'), 'utf8')).toContain('paintTogether');
});
