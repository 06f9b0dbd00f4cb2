import { openBlobs, openDatabaseServer, openJobs, queueConfig } from '../../app/base/index.js';
import { openPainters } from '../../app/painters/index.js';
import { quiet } from '../../core/basics/index.js';
import { KaleidoError } from '../../engine/basics/index.js';
import { loadBundle } from '../../engine/bundle/index.js';
import { chooseProviders } from '../../engine/pipeline/index.js';
import { hasGraphicsCard, type Provider } from '../../engine/runtime/index.js';
import { evictionPolicy } from '../../jobs/index.js';
import { createNetwork } from '../../network/index.js';
import { type Finding, PLATFORMS } from '../../platforms/index.js';
import { openPrior, painterNames } from '../../remote/index.js';
import type { Config } from '../../settings/index.js';
import { createStore } from '../../store/index.js';
import { pendingMigrations } from '../../store/migrations/index.js';

/** Database and queue. Rejects with what makes either unusable. */
export async function checkStorage(config: Config): Promise<Finding[]> {
  const database = await openDatabaseServer(config, quiet);
  try {
    const pending = await pendingMigrations(database.url);
    const name = database.isEmbedded ? `embedded PostgreSQL in ${config.dataDir}` : 'PostgreSQL server';
    const queue = queueConfig(config, database.url);
    const jobs = await openJobs(queue, quiet);
    const { waiting, failed } = await jobs.counts().finally(() => jobs.close());
    return [
      pending.length === 0
        ? { status: 'ok', text: `${name}, up to date` }
        : { status: 'ok', text: `${name}, to be brought up to date at the next start (${pending.length} migrations)` },
      {
        status: 'ok',
        text: `queue in ${queue.backend === 'redis' ? 'Redis' : 'the database'}: ${waiting} waiting, ${failed} failed`,
      },
      ...findEviction(await evictionPolicy(queue)),
      findClock(await timeOf(database.url)),
    ];
  } finally {
    await database.close();
  }
}

/** The database's time and this machine's, in milliseconds since 1970. */
interface Clocks {
  database: number;
  own: number;
}

async function timeOf(databaseUrl: string): Promise<Clocks> {
  const store = createStore(databaseUrl, { onWarning: () => undefined });
  try {
    return { database: (await store.time()).getTime(), own: Date.now() };
  } finally {
    await store.close();
  }
}

/** Differences of seconds are harmless, and may be the time that the database took to answer. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Whether this machine's clock agrees with the database's, by which everything goes. */
export function findClock({ database, own }: Clocks): Finding {
  const seconds = Math.round((own - database) / 1000);
  if (Math.abs(seconds) <= CLOCK_TOLERANCE_SECONDS) return { status: 'ok', text: 'clock agrees with the database’s' };
  return {
    status: 'note',
    text: `this machine’s clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the database’s, by which Kaleido goes`,
    remedy: 'Set both by NTP: certificates are judged by the one, quota days begin by the other.',
  };
}

function findEviction(policy: string | null): Finding[] {
  if (policy === null) return [];
  const remedy =
    'Waiting requests would vanish. Set maxmemory-policy noeviction in redis.conf, or: redis-cli config set maxmemory-policy noeviction';
  return [{ status: 'failed', text: `Redis throws keys away when its memory is full (${policy})`, remedy }];
}

/** Whether pictures can be written and removed. Rejects when not. */
export async function checkPictures(config: Config): Promise<Finding[]> {
  await openBlobs(config).ping();
  return [{ status: 'ok', text: `pictures in ${config.blobs ?? config.dataDir}` }];
}

/** Who paints beside Kaleido, with each of its models, where there is one. Rejects with what keeps it away. */
export async function checkPainter(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  const warnings: Finding[] = [];
  const onWarning = (text: string) => warnings.push({ status: 'note', text });
  const { threads } = config;
  const providers = await foldersRunOn(config);
  const painters = openPainters(config, { providers, threads, onWarning });
  try {
    for (const one of painterNames(config)) {
      const source = painters.source(one)!;
      const { name, model, licence, size, can, upscaler } = await source.about();
      const opened = await source.open?.();
      const files = opened && `, ${(opened.bytes / 1e9).toFixed(1)} GB of files, runs on ${opened.provider}`;
      const known = licence ?? 'not known here; see where the model is from';
      const text = `painter ${name}: ${model}, ${size} pixels${files ?? ''}\n    Licence of the model: ${known}`;
      const more = [
        ...upscalerLines(config, upscaler),
        ...(can.progress ? [] : ['It does not tell how far a picture is.']),
        ...(can.image || opened === undefined
          ? []
          : ['It lacks vae_encoder: boxes and colours are told it in words alone.']),
      ];
      findings.push({ status: 'ok', text: [text, ...more].join('\n    ') });
    }
  } finally {
    await painters.dispose();
  }
  return [...findings, ...warnings];
}

/** What makes pictures larger, or what was set for that and is not there. */
function upscalerLines(
  { painterUpscaler, painterUpscaleWorkflow }: Pick<Config, 'painterUpscaler' | 'painterUpscaleWorkflow'>,
  upscaler: string | undefined,
): string[] {
  if (upscaler !== undefined) return [`It makes pictures larger with ${upscaler}.`];
  const isSet = painterUpscaler !== undefined || painterUpscaleWorkflow !== undefined;
  const names = 'KALEIDO_PAINTER_UPSCALER and KALEIDO_PAINTER_UPSCALE_WORKFLOW';
  return isSet ? [`It makes no pictures larger: ${names} name nothing that it can do that with.`] : [];
}

/** What networks of folders run on, as workers choose it. */
async function foldersRunOn({ painter, bundleDir, providers, threads }: Config): Promise<readonly Provider[]> {
  const named = providers.filter((one) => one !== 'auto');
  if (painter !== 'diffusers' || named.length === providers.length || !hasGraphicsCard()) return named;
  return (await chooseProviders(await loadBundle(bundleDir), providers, { threads })).paintingProviders;
}

/** Who plans in words, where an engine over HTTP paints. Rejects with what keeps a language model away. */
export async function checkPrior(config: Config): Promise<Finding[]> {
  if (painterNames(config).length === 0) return [];
  const prior = openPrior(config);
  const about = await prior?.about();
  const of = `of what ${PLANNED_OF[config.priorFor]}`;
  if (about?.bytes !== undefined) {
    const [model, size] = [about.model, `${(about.bytes / 1e9).toFixed(1)} GB of weights`];
    const known = about.licence ?? 'not known here; see where the model is from';
    const text = `plans in words by ${model} in this process, ${size}, ${of}\n    Licence of the model: ${known}`;
    return [{ status: 'ok', text }];
  }
  const who = about === undefined ? 'templates' : `${about.model} at ${about.host}`;
  return [{ status: 'ok', text: `plans in words by ${who}, ${of}` }];
}

const PLANNED_OF: Readonly<Record<Config['priorFor'], string>> = {
  unknown: 'memory knows nothing of',
  partly: 'memory does not know all of',
  all: 'anybody asks for',
};

/** Each chat platform, where it is switched on. Rejects with what it refuses. */
export const PLATFORM_CHECKS = Object.values(PLATFORMS).map(
  (platform) =>
    async (config: Config): Promise<Finding[]> => {
      if (!platform.isOn(config)) {
        return [{ status: 'note', text: `${platform.label} is off: ${platform.switchedOnBy} is not set` }];
      }
      return platform
        .check(config, createNetwork(config))
        .catch((error: unknown) => [notAsked(platform.label, platform.addresses(config), error)]);
    },
);

/** No answer is no fault of ours to be reported. @throws KaleidoError that already says what to do */
function notAsked(label: string, addresses: readonly string[], error: unknown): Finding {
  if (error instanceof KaleidoError) throw error;
  const reasons: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) reasons.push(at.message);
  return {
    status: 'failed',
    text: `${label} could not be asked: ${reasons.join(': ')}`,
    remedy: `Check that this machine reaches ${addresses.join(' and ')}, through its proxy if it has one.`,
  };
}
