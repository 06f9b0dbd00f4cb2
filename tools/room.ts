import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { testsOfRoom } from './test-files.js';

/** `npm run room -- core/quota`: the tests of one room. Options behind it go to Vitest (`--watch`, `-t words`). */
const [room, ...options] = process.argv.slice(2);
const tests = room === undefined ? [] : testsOfRoom(room);
if (tests.length === 0) {
  const what = room === undefined ? 'Name a room' : `No tests mirror ${room}: name a room`;
  process.stderr.write(`${what}, such as: npm run room -- core/quota\n`);
  process.exitCode = 2;
} else {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, ...(options.includes('--watch') ? [] : ['run']), ...tests, ...options],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
}
