import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startDiscord } from '../servers/discord/index.js';
import { startS3Server } from '../servers/s3/server.js';
import { appOfManifest } from '../servers/slack/manifest.js';
import { SlackServer } from '../servers/slack/slack-server.js';
import { openTestDatabase } from '../support/database.js';
import { run, TINY_BUNDLE } from './command-line.js';
import { isGrid } from './support/discord-world.js';
import { openFolder, type ServiceProcess, startService } from './support/processes.js';

const PATIENCE = { timeout: 120_000, interval: 50 };

/** What must be in no line, with letters that look different in URLs, JSON and shells. */
const SECRETS = {
  database: 'pg p@ss/w+rd:"1" & é',
  signing: 'sign/ing+secret="2"&x',
  s3: 'S3/secret+key="3"=&y',
};

/** A secret as it may be written. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  // Within any Base64 text: wherever it begins in the groups of three, without the letters that its neighbours change.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before + 1, -4),
  );
  const forms = [secret, json, encodeURIComponent(secret), encodeURI(secret), bytes.toString('hex'), ...base64];
  return [...forms, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}

let log: string;
let environment: string;
let told: string;
let tokens: string[];

beforeAll(async () => {
  const discord = await startDiscord({ identifyIntervalMs: 0 });
  const slack = await SlackServer.start({ ...(await appOfManifest()), signingSecret: SECRETS.signing });
  const team = slack.addTeam('acme');
  const ada = slack.addPerson(team, 'ada');
  const pictures = slack.addChannel(team, 'pictures', [ada]);
  const s3 = await startS3Server();
  const database = await openTestDatabase();
  const folder = await openFolder();
  await database.query(`CREATE ROLE kaleido_secret SUPERUSER LOGIN PASSWORD '${SECRETS.database}'`);
  const url = new URL(database.url);
  url.username = 'kaleido_secret';
  url.password = encodeURIComponent(SECRETS.database);
  tokens = [discord.token, team.token ?? ''];
  const settings = {
    DATABASE_URL: url.href,
    KALEIDO_DATA: folder.path,
    KALEIDO_BUNDLE: TINY_BUNDLE,
    KALEIDO_ENV_FILE: 'none',
    KALEIDO_LOG_LEVEL: 'trace',
    KALEIDO_LOG_PROMPTS: '1',
    KALEIDO_BLOBS: `s3://${s3.bucket}`,
    KALEIDO_S3_ENDPOINT: s3.url,
    KALEIDO_S3_PATH_STYLE: '1',
    AWS_ACCESS_KEY_ID: 'test-key',
    AWS_SECRET_ACCESS_KEY: SECRETS.s3,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    SLACK_BOT_TOKEN: team.token ?? '',
    SLACK_SIGNING_SECRET: SECRETS.signing,
    SLACK_API_URL: slack.apiUrl,
    SLACK_PORT: String(await freePort()),
  };
  slack.app.requestUrl = `http://127.0.0.1:${settings.SLACK_PORT}/slack/events`;
  const service = startService('up', settings);
  try {
    await service.logged('everything is up');
    await service.logged('the worker is ready');
    environment = await workersEnvironment(service);

    // What goes well.
    const general = discord.channel('general');
    const carol = discord.user('carol');
    const asked = carol.slash('imagine', { prompt: 'a cat', count: 1, steps: 1 }, { channel: general });
    await ada.command(pictures.id, '/imagine', 'a dog --count 1 --steps 1');
    await vi.waitFor(() => expect(asked.message && isGrid(asked.message)).toBe(true), PATIENCE);
    await slack.waitFor('the grid', () => JSON.stringify(slack.botMessages(pictures.id)).includes('k1:reroll-all:'));

    // What goes wrong, everywhere: refused tokens, outages, what is malformed, connections that are cut.
    s3.failNext(20);
    for (const method of ['chat.postMessage', 'chat.postEphemeral', 'files.getUploadURLExternal', 'users.info']) {
      slack.force(method, { status: 200, body: { ok: false, error: 'invalid_auth' } });
      slack.force(method, { status: 500, body: { ok: false, error: 'fatal_error' } });
    }
    const late = carol.slash('imagine', { prompt: 'a pizza', count: 1, steps: 1 }, { channel: general });
    late.expireToken();
    // The request is tried four times, and so is the one that tells of it; its address has the interaction's token.
    discord.fault({ method: 'POST', path: /interactions.*callback/, happening: { status: 500 }, times: 8 });
    carol.slash('quota show', {}, { channel: general });
    await service.logged('[secret]');
    await ada.command(pictures.id, '/imagine', 'a rocket --count 1 --steps 1');
    discord.sendFrame(JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: 1e6, d: { type: 2, token: tokens[0] } }));
    await sendSigned(slack.app.requestUrl, 'null');
    await sendSigned(slack.app.requestUrl, `{"team_id":"T","event":{"type":"${tokens[1]}"}}`);
    for (const trouble of ['invalid_auth', 'SlowDown', 'could not be handled']) await service.logged(trouble);
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kaleido_secret' AND pid <> pg_backend_pid()",
    );
    const again = carol.slash('imagine', { prompt: 'a heart', count: 1, steps: 1 }, { channel: general });
    await vi.waitFor(() => expect(again.state).toBe('answered'), PATIENCE);
    await service.logged('terminating connection');
  } finally {
    await service.stop();
    log = service.log();
  }

  // What is told when something cannot be used.
  const wrong = { ...settings, DATABASE_URL: url.href.replace(`:${url.port}`, ':1') };
  const unknown = { ...settings, DATABASE_URL: url.href.replace('kaleido_secret', 'nobody') };
  const outputs = await Promise.all([
    run(['migrate'], wrong),
    run(['migrate'], unknown),
    run(['doctor'], {
      ...unknown,
      KALEIDO_BUNDLE: '/nowhere',
      AWS_ACCESS_KEY_ID: 'wrong-key',
      SLACK_BOT_TOKEN: 'xoxb-wrong-wrong',
    }),
    run(['migrate'], { ...settings, DATABASE_URL: `mysql://kaleido:${url.password}@db` }),
  ]);
  told = outputs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  await Promise.all([discord.close(), slack.stop(), s3.close()]);
  await database.query('DROP OWNED BY kaleido_secret; DROP ROLE kaleido_secret').catch(() => undefined);
  await database.close();
  await folder.remove();
}, 300_000);

async function sendSigned(url: string, body: string): Promise<void> {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRETS.signing).update(`v0:${time}:${body}`).digest('hex');
  const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` };
  await fetch(url, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** What the system says of the environment of the process that `up` started. */
async function workersEnvironment({ child }: ServiceProcess): Promise<string> {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
  const workers = list.filter((line) => line.trim().split(/\s+/)[1] === String(child.pid) && line.includes(' worker'));
  expect(workers).toHaveLength(1);
  return readFile(`/proc/${workers[0]!.trim().split(/\s+/)[0]}/environ`, 'utf8');
}

/** Which of the texts stand in what was said; not the whole of it, which is long. */
const found = (said: string, texts: readonly string[]) => texts.filter((text) => said.includes(text));
const forms = () => [...Object.values(SECRETS), ...tokens].flatMap(formsOf);

describe('secrets', () => {
  it('are in no line of a log at trace level, whatever goes well or wrong', () => {
    expect(found(log, ['everything is up', 'terminating connection', 'SlowDown', 'invalid_auth'])).toHaveLength(4);
    // Something had to be hidden, or nothing was tried.
    expect(found(log, ['[secret]'])).toHaveLength(1);
    expect(found(log, forms())).toEqual([]);
    expect(/xox[a-z]-|aW50ZXJhY3Rpb246/.exec(log)?.[0]).toBeUndefined();
    expect(found(log, ['An error escaped'])).toEqual([]);
  });

  it('are in nothing that a command tells when it cannot use them', () => {
    expect(told).toMatch(/cannot|refuse/);
    expect(found(told, forms())).toEqual([]);
  });

  it('of chat platforms are not in a worker’s environment', () => {
    expect(environment).toContain('DATABASE_URL=');
    expect(environment).not.toMatch(/DISCORD|SLACK/);
    expect(found(environment, tokens)).toEqual([]);
  });
});
