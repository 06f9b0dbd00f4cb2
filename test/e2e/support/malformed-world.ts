import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCleanup } from '../../../src/app/base/cleanup.js';
import { runningOn } from '../../../src/app/base/foundation.js';
import { serveHealth } from '../../../src/app/base/http-server.js';
import { createMetrics } from '../../../src/app/base/metrics.js';
import { loadModel } from '../../../src/app/base/model.js';
import { startBot } from '../../../src/app/bot/bot.js';
import { createTranslator } from '../../../src/chat/i18n/translate.js';
import { readConfig } from '../../../src/config.js';
import type { Log } from '../../../src/core/basics/log.js';
import { openGenerationQueue, openProducer, type QueueConfig } from '../../../src/jobs/backend.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { DIRECT } from '../../../src/network/network.js';
import { createDiscordPlatform, registerCommands } from '../../../src/platforms/discord/index.js';
import { createSlackPlatform, type SlackPlatform } from '../../../src/platforms/slack/platform.js';
import { createFolderBlobs } from '../../../src/store/blobs/folder.js';
import { type DiscordServer, startDiscord } from '../../servers/discord/index.js';
import { appOfManifest } from '../../servers/slack/manifest.js';
import { SlackServer } from '../../servers/slack/slack-server.js';
import { openTestDatabase } from '../../support/database.js';
import { TINY_BUNDLE } from '../command-line.js';
import { openWorker } from './worker.js';

const SECRET = 'signing-secret';

/** A workspace of its own on a loopback Slack of its own. */
export type SlackSide = Awaited<ReturnType<typeof openSlack>>;

async function openSlack() {
  const server = await SlackServer.start({ ...(await appOfManifest()), signingSecret: SECRET });
  // What is sent here makes the bot look up people who are none, far more often than Slack would bear.
  server.limits.factor = 1e6;
  const team = server.addTeam('acme');
  const ada = server.addPerson(team, 'ada', { isAdmin: true });
  const channel = server.addChannel(team, 'pictures', [ada]);
  return { server, team, ada, channel };
}

/**
 * A bot on Discord, on Slack by HTTP and on Slack by sockets, its health server, its queue, and a worker: every way in,
 * all real.
 */
export async function openEverything(log: Log) {
  const cleanup = createCleanup((name, err) => log.error({ err, name }, 'not closed'));
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-malformed-'));
  cleanup.add('folder', () => rm(folder, { recursive: true, force: true }));
  const discord = await startDiscord({ identifyIntervalMs: 1, globalRequestsPerSecond: 1e6 });
  cleanup.add('discord', () => discord.close());
  const [byHttp, bySocket] = [await openSlack(), await openSlack()];
  for (const { server } of [byHttp, bySocket]) cleanup.add('slack', () => server.stop());
  const database = await openTestDatabase();
  cleanup.add('database', () => database.close());
  const [model, blobs] = [await loadModel(TINY_BUNDLE), createFolderBlobs(folder)];
  const queue: QueueConfig = { backend: 'postgres', url: database.url };
  const { store } = database;
  const jobs = await createJobs(queue, { log });
  cleanup.add('queue', () => jobs.close());
  cleanup.add('worker', await openWorker({ databaseUrl: database.url, model, store, blobs, log }));
  const foundation = { databaseUrl: database.url, queue, store, blobs, jobs };
  const metrics = createMetrics(() => jobs.counts());

  const slack: SlackPlatform[] = [];
  const config = readConfig({ KALEIDO_IMAGES_PER_DAY: '1000' });
  const platforms = await startBot(
    { config, foundation, model, log, metrics, cleanup },
    ({ controller, core, commands, owed }) => {
      const { token, api } = discord;
      const shared = { token, api, network: DIRECT, commands, owed, translate: createTranslator, log };
      slack.push(
        ...[byHttp, bySocket].map(({ server, team }) =>
          createSlackPlatform({
            connection:
              server === byHttp.server
                ? { mode: 'http', signingSecret: SECRET }
                : { mode: 'socket', appToken: server.app.appToken },
            authorisation: { kind: 'token', botToken: team.token ?? '' },
            port: 0,
            host: '127.0.0.1',
            apiUrl: server.apiUrl,
            network: DIRECT,
            controller,
            commands,
            events: store.events,
            deliveries: store.deliveries,
            generations: store.generations,
            installations: store.installations,
            owed,
            log,
          }),
        ),
      );
      const chat = createDiscordPlatform({ ...shared, controller, core, store });
      return [
        { ...chat, start: async () => void (await Promise.all([chat.start(), registerCommands(shared)])) },
        slack[0]!,
      ];
    },
  );
  // One loop of deliveries for each platform is enough.
  await slack[1]!.start();
  cleanup.add('sockets', () => slack[1]!.stop());
  const health = await serveHealth(
    '127.0.0.1',
    0,
    metrics.registry,
    () => runningOn(foundation, model.bundle, platforms).checks,
    log,
  );
  cleanup.add('health', () => health.close());
  await discord.waitFor(() => platforms.every((one) => one.isReady()), { what: 'the bot' });
  byHttp.server.app.requestUrl = `http://127.0.0.1:${slack[0]!.port}/slack/events`;
  return { discord, byHttp, bySocket, health, database, queue, close: () => cleanup.run() };
}

const agent = new Agent({ keepAlive: true });
/** Milliseconds. Bolt answers what nobody acknowledges after three seconds; who sends rubbish need not wait for it. */
const PATIENCE = 200;

/** One request to Slack's door, signed as Slack signs. @returns the status, or null when it was cut or took too long */
export function postSigned(
  url: string,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = new URL(url).pathname,
) {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:`).update(String(body)).digest('hex');
  const signed = { 'content-type': type, 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` };
  return new Promise<number | null>((resolve) => {
    const sent = request(url, { method: 'POST', agent, path, headers: { ...signed, ...headers } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? null));
    });
    sent.on('error', () => resolve(null));
    sent.setTimeout(PATIENCE, () => sent.destroy());
    sent.end(body);
  });
}

/** Bytes to a server as they are. @returns what it said until it closed */
export function sendBytes(url: string, bytes: string | Buffer): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes));
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

/** The queue as whoever gets at it by other programs has it: any name, any data. */
interface Untyped {
  add(name: string, data: unknown, options: object): Promise<unknown>;
  on(event: 'error', listener: () => void): unknown;
  close(): Promise<void>;
}

/** Ways to put into the queue what no program of ours puts there. */
export function openJunkQueue(config: QueueConfig) {
  const queue = openGenerationQueue(config) as unknown as Untyped;
  const producer = openProducer(config);
  // PostgreSQL refuses some of it by itself.
  const refused = () => {};
  queue.on('error', refused);
  producer.on('error', refused);
  return {
    add: (name: string, data: unknown, jobId: string) =>
      queue.add(name, data, { jobId, removeOnFail: true, removeOnComplete: true }).catch(refused),
    publish: (event: Record<string, unknown> & { eventName: string }) => producer.publishEvent(event).catch(refused),
    close: () => Promise.all([queue.close(), producer.close()]),
  };
}

/** What people do on Discord, as frames that the bot was sent. */
export function recordDiscord(discord: DiscordServer): { t: string; d: object }[] {
  const seen: { t: string; d: object }[] = [];
  discord.world.on('dispatch', ({ name, data }) => seen.push({ t: name, d: structuredClone(data) }));
  return seen;
}
