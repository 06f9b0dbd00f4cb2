import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { isForBots, SETTINGS } from '../../src/settings/settings.js';

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  env_file: z.unknown().optional(),
  ports: z.array(z.string()).default([]),
  build: z.unknown().optional(),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()).default([]),
  read_only: z.boolean(),
  privileged: z.boolean().default(false),
  security_opt: z.array(z.string()),
});
const file = z.object({ services: z.record(z.string(), service) });

const PINNED = /^[\w./-]+:[\w.-]+@sha256:[\da-f]{64}$/;
/** What the image or this file sets for everybody. */
const FIXED = ['KALEIDO_DATA', 'KALEIDO_HTTP_HOST', 'KALEIDO_HTTP_PORT'];
const PAINTING = [
  'KALEIDO_PAINTER_URL',
  'KALEIDO_PAINTER_USER',
  'KALEIDO_PAINTER_PASSWORD',
  'KALEIDO_PAINTER_TOKEN',
  'KALEIDO_PAINTER_WORKFLOW',
  'KALEIDO_PAINTER_UPSCALER',
  'KALEIDO_PAINTER_UPSCALE_WORKFLOW',
  'KALEIDO_PAINTER_FOLDER',
  'KALEIDO_PAINTER_MODULE',
  'KALEIDO_PAINTER_SIZE',
  'KALEIDO_PAINTER_STEPS',
  'KALEIDO_PAINTER_GUIDANCE',
  'KALEIDO_PAINTER_SECONDS',
  'KALEIDO_PRIOR',
  'KALEIDO_PRIOR_FOR',
  'KALEIDO_PRIOR_FOLDER',
  'KALEIDO_PRIOR_URL',
  'KALEIDO_PRIOR_MODEL',
  'KALEIDO_PRIOR_TOKEN',
  'KALEIDO_DESCRIBE',
  'KALEIDO_PRIOR_SECONDS',
  'KALEIDO_PROVIDERS',
  'KALEIDO_THREADS',
  'KALEIDO_WORKER_JOBS',
  'KALEIDO_BATCH_CELLS',
  'KALEIDO_STEP_SECONDS',
];
const RULES = [
  'KALEIDO_IMAGES_PER_DAY',
  'KALEIDO_IN_FLIGHT',
  'KALEIDO_COST_PER_DAY',
  'KALEIDO_PRICE_UNIT',
  'KALEIDO_PAINTER_PRICE',
  'KALEIDO_TIME_ZONE',
  'KALEIDO_KEEP_DAYS',
  'KALEIDO_THINGS_PER_USER',
  'KALEIDO_THINGS_PER_SPACE',
  'KALEIDO_THINGS_MIB',
];

let text: string;
let services: z.output<typeof file>['services'];
beforeAll(async () => {
  text = await readFile('docker-compose.yml', 'utf8');
  services = file.parse(parse(text, { merge: true })).services;
});

const names = (of: string) => Object.keys(services[of]!.environment).filter((name) => !name.startsWith('AWS_'));
const variables = Object.values(SETTINGS).map(({ variable }) => variable);

describe('the containers', () => {
  it('may do no more than they must', () => {
    for (const [name, one] of Object.entries(services)) {
      expect(one, name).toMatchObject({
        cap_drop: ['ALL'],
        cap_add: [],
        read_only: true,
        privileged: false,
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('are of images that cannot change under their name', async () => {
    for (const { build, image } of Object.values(services)) if (build === undefined) expect(image).toMatch(PINNED);
    const dockerfile = await readFile('Dockerfile', 'utf8');
    const stages = [...dockerfile.matchAll(/^FROM (\S+) AS (\S+)$/gm)].map(([, image, stage]) => ({ image, stage }));
    expect(stages.length).toBeGreaterThan(2);
    const own = stages.map(({ stage }) => stage);
    for (const { image } of stages) if (!own.includes(image)) expect(image).toMatch(PINNED);
  });

  it('are handed every setting that is theirs, and a worker nothing of a bot', () => {
    const shared = variables.filter((name) => ![...FIXED, ...PAINTING, ...RULES].includes(name) && !isForBots(name));
    expect(names('bot').sort()).toEqual([...shared, ...RULES, ...variables.filter(isForBots)].sort());
    for (const worker of ['worker', 'worker-gpu'])
      expect(names(worker).sort()).toEqual([...shared, ...PAINTING].sort());
    expect(names('migrate').sort()).toEqual(shared.sort());
    for (const one of Object.values(services)) expect(one.env_file).toBeUndefined();
    for (const name of ['worker', 'worker-gpu', 'migrate', 'postgres', 'redis']) {
      expect(JSON.stringify(services[name])).not.toMatch(/DISCORD|SLACK/);
    }
  });

  it('have no password unless somebody chose one', () => {
    const uses = [...text.matchAll(/\$\{POSTGRES_PASSWORD([^}]*)\}/g)].map(([, how]) => how);
    expect(uses.length).toBeGreaterThan(1);
    for (const how of uses) expect(how).toMatch(/^:\?Set POSTGRES_PASSWORD/);
  });

  it('publish nothing beyond this machine unless told', () => {
    const ports = Object.values(services).flatMap((one) => one.ports);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Compose that puts something in.
    expect(ports).toEqual(['${SLACK_HOST:-127.0.0.1}:${SLACK_PORT:-3000}:3000', '127.0.0.1:9464:9464']);
  });

  it('are set up by a file that has no secret and every name right', async () => {
    const example = await readFile('.env.example', 'utf8');
    const lines = [...example.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)];
    expect(lines.length).toBeGreaterThan(5);
    for (const [, name = '', value = ''] of lines) {
      expect([...variables, 'POSTGRES_PASSWORD']).toContain(name);
      expect(['', '127.0.0.1', '3000']).toContain(value);
    }
  });
});

describe('a process that is a worker', () => {
  it('is handed nothing that only bots need', async () => {
    const { forgetBotSettings, workerEnvironment } = await import('../../src/config.js');
    const given = {
      DISCORD_TOKEN: 'a',
      SLACK_BOT_TOKEN: 'b',
      SLACK_SIGNING_SECRET: 'c',
      slack_new_secret: 'd',
      PATH: '/',
    };
    const before = { ...process.env };
    try {
      Object.assign(process.env, given);
      expect(Object.keys(workerEnvironment({})).filter(isForBots)).toEqual([]);
      expect(workerEnvironment({}).PATH).toBe('/');
    } finally {
      for (const name of Object.keys(given)) delete process.env[name];
      Object.assign(process.env, before);
    }
    forgetBotSettings(given);
    expect(given).toEqual({ PATH: '/' });
  });
});
