import { describe, expect, it } from 'vitest';
import { CliError } from '../../../src/cli/errors.js';
import { describeError } from '../../../src/cli/exit-codes.js';
import { CoreError } from '../../../src/core/basics/errors.js';
import { EngineError } from '../../../src/engine/basics/engine-error.js';
import { JobError } from '../../../src/jobs/errors.js';
import { SettingError } from '../../../src/settings/errors.js';
import { StoreError } from '../../../src/store/errors.js';

describe('describeError', () => {
  it.each([
    [
      new EngineError('empty_prompt'),
      2,
      'The prompt is empty.\nSay what to draw, such as: kaleido imagine "a cat and a pizza".',
    ],
    [
      new EngineError('bad_pin', { why: 'unknown_colour', kind: 'palette', entry: 'blurple', example: 'red,#ffcc00' }),
      2,
      'The palette cannot be used: "blurple" is not a colour that I know.\nWrite colours by name or as #rrggbb with commas between them, such as: red,#ffcc00. Shares may follow: red 60%, white 40%.',
    ],
    [
      new EngineError('bundle_corrupt', { why: 'file', path: '/srv/prior.onnx', detail: 'is no file' }),
      3,
      '/srv/prior.onnx is no file: fetch it again, and copy the whole folder.',
    ],
    [
      new EngineError('model_failed', { why: 'no_output', name: 'eps', type: 'float32' }),
      3,
      'The model gave no float32 output eps.\nUse a bundle whose format fits this version of Kaleido.',
    ],
    [
      new CliError('unwritable_output', { why: 'folder', path: '/srv' }),
      4,
      '/srv is a folder.\nGive the name of a file, such as grid.png.',
    ],
    [
      new StoreError('database_unavailable', { why: 'busy', code: '53300', detail: '' }),
      5,
      'The database is too busy.\nRaise max_connections of the server, or start fewer processes.',
    ],
    [
      new StoreError('database_unavailable', { why: 'not_started', folder: '/srv', detail: 'No.', missingMb: 512 }),
      5,
      'The embedded PostgreSQL in /srv does not start.\nNo.\nThe disk of /srv is full; make room for at least 512 MB.',
    ],
    [
      new JobError('queue_unavailable', { backend: 'redis' }),
      5,
      'The queue cannot be reached.\nCheck that REDIS_URL names a Redis that runs and can be reached from here.',
    ],
    [
      new SettingError('bad_setting', { why: 'unusable', option: 'KALEIDO_THREADS', text: '0' }),
      2,
      'The environment variable KALEIDO_THREADS cannot be used: "0".\nSet it to a whole number from 1 to 256, or unset it.',
    ],
    [
      new CoreError('nothing_known', { words: ['zorp'], nearest: [] }),
      2,
      'I do not know “zorp”, so there is nothing to paint. Nothing was charged; `kaleido things` lists all that I know.',
    ],
  ])('%s: what is wrong, what to do, and the code to exit with', async (error, exitCode, text) => {
    expect(await describeError(error)).toEqual({ text, exitCode });
  });

  it('keeps the stack of what nobody expected', async () => {
    const { text, exitCode } = await describeError(new RangeError('surprise'));
    expect(exitCode).toBe(1);
    expect(text).toContain('surprise');
    expect(text).toContain('exit-codes.test.ts');
  });
});
