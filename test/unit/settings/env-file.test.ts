import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig, takeSettingsFile, workerEnvironment } from '../../../src/config.js';
import { parseEnvFile } from '../../../src/settings/env-file.js';
import { wordsOf } from '../../support/words-of.js';

describe('parseEnvFile', () => {
  it('reads what Docker reads alike: bare and quoted values, comments, blank lines, Windows line ends', () => {
    const text = [
      '\uFEFF# the bot',
      '',
      'DISCORD_TOKEN=abc.def-ghi',
      'export KALEIDO_DATA = /var/lib/kaleido  # pictures too',
      "HTTPS_PROXY='http://me:pa#ss@proxy:3128'",
      'STATE="two words"',
      'KEY="first',
      'second"',
      'REDIS_URL=',
    ];
    expect(parseEnvFile(text.join('\r\n'), '.env')).toEqual({
      DISCORD_TOKEN: 'abc.def-ghi',
      KALEIDO_DATA: '/var/lib/kaleido',
      HTTPS_PROXY: 'http://me:pa#ss@proxy:3128',
      STATE: 'two words',
      KEY: 'first\nsecond',
      REDIS_URL: '',
    });
  });

  it.each([
    ['no equals sign', 'A=1\nDISCORD_TOKEN hunter2', 2, /begin the line with #/],
    ['no name', '=hunter2', 1, /NAME=value/],
    ['a name with a space', 'DISCORD TOKEN=hunter2', 1, /NAME=value/],
    ['a # in a bare value, which Node cuts and Docker keeps', 'A=hunter2#x', 1, /single quotes/],
    ['an open quote', 'B=1\nA="hunter2\nC=2', 2, /at the end/],
    ['text after the quotes', 'A="hunter2" and more', 1, /whole value/],
    ['text after quotes over several lines', 'A="hun\nter2" more\nB=1', 2, /whole value/],
  ])(
    'refuses %s, names the line and says what to do, and keeps the value to itself',
    async (_what, text, line, hint) => {
      const words = await wordsOf(() => parseEnvFile(text, '/srv/.env'));
      expect(words).toMatch(new RegExp(`^bad_setting: Line ${line} of /srv/.env cannot be read\\.`));
      expect(words).not.toContain('hunter2');
      expect(words).toMatch(hint);
    },
  );
});

describe('takeSettingsFile', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kaleido-env-'));
    path = join(folder, 'settings');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('fills in what the environment does not set, blank values included, and tells what it did', async () => {
    await writeFile(
      path,
      'KALEIDO_WORKER_JOBS=7\nSLACK_PORT=1\nKALEIDO_BATCH_CELLS=9\nDISCORD_TOKN=x\nPOSTGRES_PASSWORD=y',
    );
    const environment: NodeJS.ProcessEnv = { KALEIDO_ENV_FILE: path, SLACK_PORT: '4000', KALEIDO_BATCH_CELLS: '' };
    expect(takeSettingsFile(environment)).toEqual({
      path,
      taken: ['DISCORD_TOKN', 'KALEIDO_WORKER_JOBS', 'POSTGRES_PASSWORD'],
      passedOver: ['KALEIDO_BATCH_CELLS', 'SLACK_PORT'],
      unknown: ['DISCORD_TOKN'],
    });
    expect(readConfig(environment)).toMatchObject({ workerJobs: 7, slackPort: 4000, batchCells: 4 });
  });

  it('refuses a named file that is not there', () => {
    expect(() => takeSettingsFile({ KALEIDO_ENV_FILE: path })).toThrow(
      expect.objectContaining({
        code: 'bad_setting',
        data: { why: 'no_settings_file', option: 'KALEIDO_ENV_FILE', path },
      }),
    );
  });

  it('reads nothing when told so, as the processes that Kaleido starts are', () => {
    expect(takeSettingsFile({ KALEIDO_ENV_FILE: 'none' })).toBeNull();
    expect(workerEnvironment({}).KALEIDO_ENV_FILE).toBe('none');
  });
});
