import { spawn } from 'node:child_process';

/** How a `kaleido up` ended, and what it printed. */
export interface Piped {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Pipes lines into `kaleido up` without a token, whose chat is the terminal.
 * @param cwd tree of sources to run
 * @param dataDir what it keeps between calls
 */
export async function pipeToTerminal(
  lines: readonly string[],
  { cwd, dataDir, bundle }: { cwd: string; dataDir: string; bundle: string },
): Promise<Piped> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'up'], {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'en_GB.UTF-8',
      KALEIDO_ENV_FILE: 'none',
      KALEIDO_DATA: dataDir,
      KALEIDO_BUNDLE: bundle,
      KALEIDO_THREADS: '1',
    },
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    text.stderr += chunk;
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...text }));
  });
}
