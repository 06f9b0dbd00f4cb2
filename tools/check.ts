import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { testsOfChange } from './test-files.js';

/**
 * `npm run check`: what CI would say of a change, as far as a minute allows: format, lint, types, layers, unused code,
 * and the tests nearest to what differs from the branch that this one goes to. Side by side, and from where the last
 * check left off.
 */

const CACHE = '.cache';

/** What is checked, and how: scripts of package.json. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'format and lint': ['npm', 'run', '--silent', 'lint'],
  types: ['npm', 'run', '--silent', 'types', '--', '--incremental', '--tsBuildInfoFile', `${CACHE}/types.tsbuildinfo`],
  layers: ['npm', 'run', '--silent', 'imports', '--', '--cache', `${CACHE}/imports`],
  'unused code': ['npm', 'run', '--silent', 'unused', '--', '--cache', '--cache-location', `${CACHE}/unused`],
};

function git(...words: string[]): string[] {
  return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter((line) => line !== '');
}

/** Where the work began: the last commit that the branch shares with its upstream, or with main. */
function base(): string {
  for (const branch of ['@{upstream}', 'origin/main', 'main']) {
    try {
      return git('merge-base', 'HEAD', branch)[0]!;
    } catch {
      // There is no such branch here.
    }
  }
  return 'HEAD';
}

/** Runs a command, then prints how it went, and what it said when it failed. */
async function passes(name: string, [command = '', ...words]: readonly string[]): Promise<boolean> {
  const began = performance.now();
  const child = spawn(command, words, { shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)\n${code === 0 ? '' : output}`);
  return code === 0;
}

const changed = [...git('diff', '--name-only', base()), ...git('ls-files', '--others', '--exclude-standard')];
const tests = testsOfChange(changed);
const parts = Object.entries({ ...PARTS, ...(tests.length === 0 ? {} : { tests: ['vitest', 'run', ...tests] }) });
process.stdout.write(`Files that differ: ${changed.length}. Test files near them: ${tests.length}.\n`);
const results = await Promise.all(parts.map(([name, command]) => passes(name, command)));
process.exitCode = results.every(Boolean) ? 0 : 1;
