import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from './command-line.js';

const PRELOADED = fileURLToPath(new URL('../fixtures/without-library.cjs', import.meta.url));

describe('a native library that cannot be loaded', () => {
  it.each([
    ['onnxruntime', 'doctor'],
    ['sharp-', 'doctor'],
    ['sharp-', 'worker'],
  ])('is named with its remedy, and nothing is well: %s, %s', async (library, command) => {
    const environment = { WITHOUT_LIBRARY: library, NODE_OPTIONS: `--require ${PRELOADED}` };
    const { exitCode, stdout, stderr } = await run([command], environment);
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('All is well');
    expect(stderr).toContain(`native library of ${library.replace('-', '')}`);
    expect(stderr).toContain('npm ci');
    expect(stderr).not.toContain('    at ');
  });
});
