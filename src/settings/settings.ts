import { z } from 'zod';
import { PROVIDERS } from '../engine/runtime/index.js';
import { SHIPPED_BUNDLE } from '../package-info.js';

/** One thing that the environment sets. */
interface Setting<T> {
  /** Environment variable. */
  variable: string;
  /** What it is for, for `docs/operating.md`. */
  about: string;
  /** The default, in words. */
  fallback: string;
  /** What to do when it cannot be used. */
  remedy: string;
  /** May hold a password: never repeated in a message. */
  isSecret: boolean;
  /** Another name of the variable, which comes before it. */
  alias?: string;
  /** From the text of the variable, or undefined, to the value. */
  schema: z.ZodType<T, string | undefined>;
}

function setting<T>(
  variable: string,
  about: string,
  fallback: string,
  remedy: string,
  schema: z.ZodType<T, string | undefined>,
  isSecret = false,
): Setting<T> {
  return { variable, about, fallback, remedy, schema, isSecret };
}

/** Stands for no settings file at all. */
export const NO_FILE = 'none';

const OFF_AND_ON = ['0', '1', 'false', 'true', 'no', 'yes', 'off', 'on'] as const;

function text(variable: string, about: string, fallback: string, remedy: string): Setting<string | undefined> {
  return setting(variable, about, fallback, remedy, z.string().optional());
}

/** A token or the like, told to nobody. */
function secret(variable: string, about: string, fallback: string, remedy: string): Setting<string | undefined> {
  return { ...text(variable, about, fallback, remedy), isSecret: true };
}

function whole(variable: string, about: string, low: number, high: number, fallback: number): Setting<number> {
  const schema = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(low).max(high)).default(fallback);
  return setting(
    variable,
    about,
    String(fallback),
    `Set it to a whole number from ${low} to ${high}, or unset it.`,
    schema,
  );
}

function flag(variable: string, about: string): Setting<boolean> {
  const schema = z
    .string()
    .toLowerCase()
    .pipe(z.enum(OFF_AND_ON))
    .transform((word) => ['1', 'true', 'yes', 'on'].includes(word))
    .default(false);
  return setting(variable, about, 'off', 'Set it to 1 or 0, or unset it.', schema);
}

function url(
  variable: string,
  about: string,
  fallback: string,
  protocols: readonly string[],
): Setting<string | undefined> {
  const example = `${protocols[0]}//…`;
  const schema = z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
    .optional();
  return setting(variable, about, fallback, `Set it to a URL such as ${example}, or unset it.`, schema, true);
}

/** A variable that other programs read too, also under its name in small letters, which then counts (as for curl). */
function shared<T>(one: Setting<T>): Setting<T> {
  return { ...one, about: `${one.about} Also \`${one.variable.toLowerCase()}\`.`, alias: one.variable.toLowerCase() };
}

function proxy(variable: string, about: string, fallback: string): Setting<string | undefined> {
  const schema = z
    .string()
    .transform((value) => (value.includes('://') ? value : `http://${value}`))
    .refine((value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol))
    .optional();
  const remedy =
    'Set it to a URL such as http://proxy.example:3128 or http://user:password@proxy.example:3128, or unset it.';
  return shared(setting(variable, about, fallback, remedy, schema, true));
}

/** Every setting, in the order in which the operating guide lists them. */
export const SETTINGS = {
  envFile: setting(
    'KALEIDO_ENV_FILE',
    `File to read these settings from, or \`${NO_FILE}\`.`,
    '`.env` in the working directory, where there is one',
    `Set it to the path of a file, or to ${NO_FILE}.`,
    z.string().optional(),
  ),
  bundleDir: setting(
    'KALEIDO_BUNDLE',
    'Folder of the model bundle.',
    '`models/stickers`, which ships with Kaleido',
    'Set it to the folder of a bundle, or unset it to use the one that ships with Kaleido.',
    z.string().default(SHIPPED_BUNDLE),
  ),
  providers: setting(
    'KALEIDO_PROVIDERS',
    `Execution providers in order of preference, with commas between them: ${PROVIDERS.join(', ')}.`,
    '`cpu`',
    `Set it to some of ${PROVIDERS.join(', ')}, with commas between them.`,
    z
      .string()
      .default('cpu')
      .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
      .pipe(z.array(z.enum(PROVIDERS))),
  ),
  threads: setting(
    'KALEIDO_THREADS',
    'Threads for each model, 1–256.',
    'one for each physical core',
    'Set it to a whole number from 1 to 256, or unset it.',
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(256)).optional(),
  ),
  workerJobs: whole('KALEIDO_WORKER_JOBS', 'Grids that one worker has in hand at a time.', 1, 64, 2),
  batchCells: whole(
    'KALEIDO_BATCH_CELLS',
    'Cells of waiting grids that are painted together; raise it on a GPU.',
    1,
    64,
    4,
  ),

  dataDir: setting(
    'KALEIDO_DATA',
    'Folder for the embedded database and the pictures.',
    '`kaleido-data` in the working directory',
    'Set it to a folder that can be written, or unset it.',
    z.string().default('kaleido-data'),
  ),
  databaseUrl: url(
    'DATABASE_URL',
    'PostgreSQL server for all that lasts.',
    'an embedded PostgreSQL in `KALEIDO_DATA`',
    ['postgresql:', 'postgres:'],
  ),
  redisUrl: url('REDIS_URL', 'Redis for the queue.', 'the queue lives in PostgreSQL', ['redis:', 'rediss:']),
  blobs: setting(
    'KALEIDO_BLOBS',
    'Where pictures are kept: a folder, or `s3://bucket/prefix` with credentials as the AWS SDK finds them (`AWS_ACCESS_KEY_ID`, …).',
    '`blobs` in `KALEIDO_DATA`',
    'Set it to a folder or to s3://bucket/prefix, or unset it.',
    z.string().optional(),
  ),
  s3Endpoint: url('KALEIDO_S3_ENDPOINT', 'Endpoint of an S3-compatible service other than Amazon’s.', 'Amazon S3', [
    'https:',
    'http:',
  ]),
  s3Region: text('KALEIDO_S3_REGION', 'Region of the bucket.', '`us-east-1`', 'Set it to the name of a region.'),
  s3PathStyle: flag(
    'KALEIDO_S3_PATH_STYLE',
    'Address the bucket by path and not by host name, as most self-hosted services want.',
  ),

  discordToken: secret(
    'DISCORD_TOKEN',
    'Bot token of the Discord app; Discord is off without it.',
    'none',
    'Copy it from the app’s Bot page.',
  ),
  discordGuild: setting(
    'DISCORD_GUILD',
    'Register commands in this server only, where changes show at once: for development.',
    'commands are registered everywhere',
    'Set it to a server’s numeric id, or unset it.',
    z
      .string()
      .regex(/^\d{1,20}$/)
      .optional(),
  ),
  discordShards: setting(
    'DISCORD_SHARDS',
    'Gateway shards: `auto` or a number.',
    '`auto`',
    'Set it to auto or a whole number from 1, or unset it.',
    z
      .string()
      .default('auto')
      .transform((value) => (value === 'auto' ? value : Number(value)))
      .pipe(z.union([z.literal('auto'), z.int().min(1)])),
  ),
  discordApiUrl: url('DISCORD_API_URL', 'Base URL of Discord’s REST API, for a proxy.', '`https://discord.com/api`', [
    'https:',
    'http:',
  ]),

  slackBotToken: secret(
    'SLACK_BOT_TOKEN',
    'Bot token (`xoxb-…`) of one workspace.',
    'none; workspaces install by OAuth',
    'Copy it from the app’s OAuth page.',
  ),
  slackAppToken: secret(
    'SLACK_APP_TOKEN',
    'App-level token (`xapp-…`): use Socket Mode.',
    'none: events by HTTP',
    'Create one with connections:write.',
  ),
  slackSigningSecret: secret(
    'SLACK_SIGNING_SECRET',
    'Signing secret: take events by HTTP.',
    'none',
    'Copy it from the app’s Basic Information page.',
  ),
  slackClientId: text(
    'SLACK_CLIENT_ID',
    'For OAuth installation in several workspaces, with the two below.',
    'none',
    'Copy it from the app’s Basic Information page.',
  ),
  slackClientSecret: secret(
    'SLACK_CLIENT_SECRET',
    'See `SLACK_CLIENT_ID`.',
    'none',
    'Copy it from the app’s Basic Information page.',
  ),
  slackStateSecret: secret(
    'SLACK_STATE_SECRET',
    'Any long random text; signs the OAuth state.',
    'none',
    'Set it to a long random text.',
  ),
  slackHost: setting(
    'SLACK_HOST',
    'Address that Slack’s events and OAuth listen on, for a reverse proxy on this machine; `0.0.0.0` for all.',
    '`127.0.0.1`',
    'Set it to an address of this machine.',
    z.string().default('127.0.0.1'),
  ),
  slackPort: whole('SLACK_PORT', 'Port for Slack’s events and OAuth by HTTP.', 0, 65535, 3000),
  slackApiUrl: url('SLACK_API_URL', 'Base URL of Slack’s Web API, for a proxy.', '`https://slack.com/api/`', [
    'https:',
    'http:',
  ]),

  httpsProxy: proxy(
    'HTTPS_PROXY',
    'HTTP proxy for Discord, Slack and S3, with a user name and password where it wants them.',
    '`HTTP_PROXY`',
  ),
  httpProxy: proxy('HTTP_PROXY', 'The same for services without TLS.', 'none'),
  noProxy: shared(
    text(
      'NO_PROXY',
      'Hosts to reach without the proxy, with commas between them: `example.com` stands for all beneath it too, `*` for everything.',
      'none',
      'Set it to names of hosts, with commas between them.',
    ),
  ),

  imagesPerDay: whole(
    'KALEIDO_IMAGES_PER_DAY',
    'Images a day for each user, where admins set nothing else.',
    0,
    1_000_000,
    100,
  ),
  inFlight: whole(
    'KALEIDO_IN_FLIGHT',
    'Grids that a user may have waiting or running, where admins set nothing else.',
    0,
    10_000,
    5,
  ),
  timeZone: setting(
    'KALEIDO_TIME_ZONE',
    'Time zone whose midnight starts a new quota day, where admins set nothing else.',
    '`UTC`',
    'Set it to an IANA name such as Europe/Berlin, or unset it.',
    z
      .string()
      .default('UTC')
      .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'),
  ),

  httpHost: setting(
    'KALEIDO_HTTP_HOST',
    'Address that health and metrics listen on.',
    '`127.0.0.1`',
    'Set it to an address of this machine.',
    z.string().default('127.0.0.1'),
  ),
  httpPort: setting(
    'KALEIDO_HTTP_PORT',
    'Port for health (`/health/live`, `/health/ready`) and metrics (`/metrics`).',
    'none: not served',
    'Set it to a port from 0 to 65535, or unset it.',
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(0).max(65535)).optional(),
  ),
  logLevel: setting(
    'KALEIDO_LOG_LEVEL',
    'Least severe log lines to write: fatal, error, warn, info, debug, trace or silent.',
    '`info`',
    'Set it to fatal, error, warn, info, debug, trace or silent.',
    z
      .string()
      .default('info')
      .pipe(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  ),
  logPrompts: flag('KALEIDO_LOG_PROMPTS', 'Write prompts and latents to the log.'),
} as const;

/** A value for each setting. */
export type Config = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['schema']> };

/** Whether a variable is for the chat platforms, which only a bot talks to: workers are not handed it. */
export const isForBots = (variable: string): boolean => /^(?:DISCORD|SLACK)_/i.test(variable);
