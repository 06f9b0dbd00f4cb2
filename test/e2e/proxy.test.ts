import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Channel, type DiscordServer, startDiscord } from '../servers/discord/index.js';
import { type ConnectProxy, startProxy } from '../servers/proxy/connect-proxy.js';
import { CERTIFICATE_FILE, startTlsFront, type TlsFront } from '../servers/proxy/tls-front.js';
import { type S3Server, startS3Server } from '../servers/s3/server.js';
import { appOfManifest } from '../servers/slack/manifest.js';
import type { Person } from '../servers/slack/person.js';
import { SlackServer } from '../servers/slack/slack-server.js';
import type { SlackChannel, SlackTeam } from '../servers/slack/types.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { run, TINY_BUNDLE } from './command-line.js';
import { isGrid } from './support/discord-world.js';
import { openFolder, type ServiceProcess, startService } from './support/processes.js';

const PATIENCE = { timeout: 120_000, interval: 50 };
const CREDENTIALS = 'kaleido:hunter%232';
const AWS = { AWS_ACCESS_KEY_ID: 'test-key', AWS_SECRET_ACCESS_KEY: 'test-secret' };

const portOf = (url: string) => Number(new URL(url).port);

describe('behind a proxy, where no name can be looked up', () => {
  let discord: DiscordServer;
  let slack: SlackServer;
  let s3: S3Server;
  let front: TlsFront;
  let proxy: ConnectProxy;
  let database: TestDatabase;
  let folder: Awaited<ReturnType<typeof openFolder>>;
  let general: Channel;
  let team: SlackTeam;
  let ada: Person;
  let pictures: SlackChannel;
  let settings: Record<string, string>;
  const services: ServiceProcess[] = [];

  beforeAll(async () => {
    discord = await startDiscord({ identifyIntervalMs: 0, isClockFrozen: true });
    slack = await SlackServer.start(await appOfManifest());
    s3 = await startS3Server();
    const ports = new Map([
      ['discord.kaleido.test', portOf(discord.api)],
      ['gateway.kaleido.test', portOf(discord.api)],
      ['slack.kaleido.test', portOf(slack.apiUrl)],
      ['files.kaleido.test', portOf(slack.apiUrl)],
      ['s3.kaleido.test', portOf(s3.url)],
    ]);
    front = await startTlsFront(ports);
    proxy = await startProxy({ credentials: CREDENTIALS, portOf: (host) => (ports.has(host) ? front.port : null) });
    // What the services name in their answers: the gateway, and where to upload and to connect a socket.
    discord.world.baseUrl = 'https://gateway.kaleido.test';
    slack.baseUrl = 'https://files.kaleido.test';
    general = discord.channel('general');
    team = slack.addTeam('acme');
    ada = slack.addPerson(team, 'ada');
    pictures = slack.addChannel(team, 'pictures', [ada]);
    database = await openTestDatabase();
    folder = await openFolder();
    settings = {
      ...AWS,
      DATABASE_URL: database.url,
      KALEIDO_DATA: folder.path,
      KALEIDO_BUNDLE: TINY_BUNDLE,
      KALEIDO_BLOBS: `s3://${s3.bucket}`,
      KALEIDO_S3_ENDPOINT: 'https://s3.kaleido.test',
      KALEIDO_S3_PATH_STYLE: '1',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: 'https://discord.kaleido.test/api',
      SLACK_BOT_TOKEN: team.token ?? '',
      SLACK_APP_TOKEN: slack.app.appToken,
      SLACK_API_URL: 'https://slack.kaleido.test/api/',
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: CERTIFICATE_FILE,
    };
  });

  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await Promise.all([discord.close(), slack.stop(), s3.close()]);
    await Promise.all([proxy.close(), front.close(), database.close(), folder.remove()]);
  });

  const tunnelsTo = (host: string) => proxy.tunnels.get(`${host}:443`) ?? 0;

  it('grids reach people on Discord and Slack, and all of it goes through tunnels', async () => {
    for (const command of ['bot', 'worker'] as const) services.push(startService(command, settings));
    await Promise.all([services[0]!.logged('the bot is ready'), services[1]!.logged('the worker is ready')]);
    discord.user('alice').slash('imagine', { prompt: 'a cat', steps: 2, count: 1 }, { channel: general });
    await ada.command(pictures.id, '/imagine', 'a dog --steps 2 --count 1');
    await vi.waitFor(() => expect(discord.messages(general).filter(isGrid)).toHaveLength(1), PATIENCE);
    const isShown = () =>
      slack.botMessages(pictures.id).some(({ blocks }) => JSON.stringify(blocks).includes('k1:reroll-all:'));
    await slack.waitFor('a grid', isShown, PATIENCE.timeout);

    // One tunnel and more: of REST and uploads, of the gateway, of the Web API, of sockets and uploads, and of two
    // processes to S3.
    for (const host of ['discord', 'gateway', 'slack', 'files', 's3']) {
      expect(tunnelsTo(`${host}.kaleido.test`), host).toBeGreaterThan(0);
    }
    expect(tunnelsTo('files.kaleido.test')).toBeGreaterThan(1);
    expect(s3.objects.size).toBeGreaterThan(1);
    expect(proxy.refused).toEqual([]);
    expect(services.map((service) => service.log()).join('')).not.toContain('hunter');
  });

  it('the doctor names the proxy without its password, and says what it keeps out', async () => {
    const { stdout } = await run(['doctor'], { ...settings, SLACK_API_URL: 'https://elsewhere.kaleido.test/api/' });
    const name = `proxy ${new URL(proxy.url).origin} (with a user name)`;
    expect(stdout).toContain(`✔ ${name} leads to discord.kaleido.test, s3.kaleido.test\n`);
    expect(stdout).toContain(`✖ ${name} does not let Kaleido through: HTTP 403 for elsewhere.kaleido.test\n`);
    expect(stdout).toContain('✔ Discord app');
    expect(stdout).toContain(`✔ pictures in s3://${s3.bucket}\n`);
    expect(stdout).not.toContain('hunter');
  });
});
