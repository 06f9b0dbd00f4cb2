import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A program that tells in a file what becomes of it, and takes a moment to end, as one with a database does. */
const PROGRAM = `
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
const tell = (what: string) => appendFileSync('told', what + '\\n');
const awake = setInterval(() => {}, 1000);
process.once('SIGTERM', async () => {
  await wait(300);
  tell('ended');
  clearInterval(awake);
});
tell('began');
`;

let folder: string;
let dev: ChildProcess;
let said: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-dev-'));
  await Promise.all([mkdir(join(folder, 'src')), mkdir(join(folder, 'commands')), writeFile(join(folder, 'told'), '')]);
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
});
afterEach(async () => {
  if (dev.exitCode === null) {
    dev.kill('SIGTERM');
    await once(dev, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

async function start(program: string): Promise<void> {
  await writeFile(join(folder, 'src', 'main.ts'), program);
  said = '';
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  dev = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'tools', 'dev.ts')], { cwd: folder, stdio: [...stdio] });
  dev.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
}

const PATIENCE = { timeout: 60_000, interval: 50 };

const told = async () => (await readFile(join(folder, 'told'), 'utf8')).trim().split('\n');
const until = (expected: readonly string[]) => vi.waitFor(async () => expect(await told()).toEqual(expected), PATIENCE);

it('starts again when a source changes, once the old one has ended in order, and ends with it', async () => {
  await start(PROGRAM);
  await until(['began']);
  await writeFile(join(folder, 'commands', 'new.ts'), '');
  await until(['began', 'ended', 'began']);
  dev.kill('SIGTERM');
  const [code] = await once(dev, 'exit');
  expect([code, await told()]).toEqual([0, ['began', 'ended', 'began', 'ended']]);
});

it('waits for a change when the program fails, and ends when it ends well', async () => {
  await start("throw new Error('a mistake');");
  await vi.waitFor(() => expect(said).toContain('ended with exit code 1: waiting for a change'), PATIENCE);
  const mended = "import { appendFileSync } from 'node:fs';\nappendFileSync('told', 'mended');\n";
  await writeFile(join(folder, 'src', 'main.ts'), mended);
  const [code] = await once(dev, 'exit');
  expect([code, await told()]).toEqual([0, ['mended']]);
});
