import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const SERVICE = `
  import { runService } from './src/app/base/service.ts';
  import { readConfig } from './src/config.ts';
  const end = new AbortController();
  await runService(readConfig({}), end.signal, async ({ metrics }) => {
    void Promise.reject('no error');
    setTimeout(() => { throw new Error('from a timer'); });
    setTimeout(async () => {
      console.log((await metrics.registry.getSingleMetricAsString('kaleido_escaped_errors_total')).split('\\n').at(-1));
      end.abort();
    }, 100);
    return { checks: {}, queue: async () => ({ waiting: 0, active: 0 }) };
  });
`;

it('a service goes on, and tells, when an error escapes everything', async () => {
  const cwd = fileURLToPath(new URL('../../../..', import.meta.url));
  const args = ['--import', 'tsx', '--input-type=module', '--eval', SERVICE];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd });
  expect(stdout.trim()).toBe('kaleido_escaped_errors_total 2');
  expect(stderr).toContain('no error');
  expect(stderr).toContain('from a timer');
});
