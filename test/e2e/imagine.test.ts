import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadBundle } from '../../src/engine/bundle/bundle.js';
import { layOutGrid } from '../../src/images/layout.js';
import { readMetadata } from '../../src/images/metadata.js';
import { decodePng } from '../../src/images/sharp.js';
import { run, start, TINY_BUNDLE } from './command-line.js';
import { rocketPng } from './support/described-picture.js';

const reportSchema = z.object({
  file: z.string(),
  vendi: z.number(),
  settings: z.object({ seed: z.number(), variety: z.number(), count: z.number() }),
  cells: z.array(
    z.object({
      code: z.string().min(1),
      seed: z.number(),
      file: z.string().optional(),
      latents: z.record(z.string(), z.unknown()),
      words: z.record(z.string(), z.string()),
      artworks: z.array(z.object({ thing: z.string(), picture: z.string() })),
    }),
  ),
});

const FAST = ['--steps', '2'];
let dir: string;

/** Makes a grid that must succeed. */
async function imagine(out: string, ...words: string[]) {
  const { exitCode, stdout, stderr } = await run([
    ...['imagine', 'a cat and a pizza', '--json', '--out', join(dir, out), ...FAST],
    ...words,
  ]);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return { report: reportSchema.parse(JSON.parse(stdout)), png: await readFile(join(dir, out)) };
}

interface ManifestJson {
  tables: { paints: string[] };
  memory: object;
}

async function changeManifest(bundle: string, change: (manifest: ManifestJson) => unknown): Promise<void> {
  const path = join(bundle, 'kaleido.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as ManifestJson;
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kaleido-e2e-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('kaleido imagine', () => {
  it('writes a grid that carries what it reports', async () => {
    const { report, png } = await imagine('grid.png', '--seed', '7', '--variety', '100');
    const { image } = await decodePng(png);
    const { width, height } = layOutGrid(4, { width: 128, height: 128 });
    expect([image.width, image.height]).toEqual([width, height]);
    const record = await readMetadata(png);
    expect(record).toMatchObject({ prompt: 'a cat and a pizza', settings: { seed: 7, variety: 100, steps: 2 } });
    expect(record.cells).toEqual(report.cells.map(({ code, seed, artworks }) => ({ latents: code, seed, artworks })));
    for (const { artworks } of record.cells) expect(artworks?.map(({ thing }) => thing)).toEqual(['cat', 'pizza']);
    expect(record.bundle.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(report.vendi).toBeGreaterThanOrEqual(1);
    expect(report.vendi).toBeLessThanOrEqual(4);
    expect(new Set(report.cells.map(({ code }) => code)).size).toBe(4);
  });

  it('makes the same file from the same seed, and another from another', async () => {
    const first = await imagine('first.png', '--seed', '1', '--count', '2');
    const again = await imagine('again.png', '--seed', '1', '--count', '2');
    const other = await imagine('other.png', '--seed', '2', '--count', '2');
    expect(again.png.equals(first.png)).toBe(true);
    expect(other.png.equals(first.png)).toBe(false);
  });

  it('reports the seed it drew, which makes the grid again', async () => {
    const drawn = await imagine('drawn.png', '--count', '1');
    const again = await imagine('again.png', '--count', '1', '--seed', String(drawn.report.settings.seed));
    expect(again.report.cells).toEqual(drawn.report.cells);
  });

  it('keeps what is pinned in every cell, by kind and by latent code', async () => {
    const first = await imagine('a.png', '--count', '1', '--seed', '3');
    const { code, latents } = first.report.cells[0]!;
    const byCode = await imagine('b.png', '--count', '2', '--seed', '4', '--pin', `code=${code}`);
    for (const cell of byCode.report.cells) expect(cell).toMatchObject({ code, latents });
    expect(byCode.report.cells[0]!.seed).not.toBe(byCode.report.cells[1]!.seed);
    const byKind = await imagine('c.png', '--count', '2', '--seed', '4', '--pin', 'boxes=cat 0,16,64,112');
    for (const cell of byKind.report.cells) {
      expect(cell.latents).toMatchObject({ boxes: [{ label: 'cat', x0: 0, y0: 0.125, x1: 0.5, y1: 0.875 }] });
    }
  });

  it('paints as recall says where nothing else is asked, and records that', async () => {
    const draw = async (out: string, ...words: string[]) => {
      const { exitCode } = await run(['imagine', 'a cat', '--seed', '5', '--out', join(dir, out), ...words]);
      expect(exitCode).toBe(0);
      return readFile(join(dir, out));
    };
    const plain = await draw('plain.png');
    expect(await readMetadata(plain)).toMatchObject({ settings: { steps: 3, guidance: 1 } });
    expect((await draw('same.png', '--steps', '3', '--guidance', '1')).equals(plain)).toBe(true);
    const { defaults } = (await loadBundle(TINY_BUNDLE)).manifest;
    const free = await readMetadata(await draw('free-of-recall.png', '--recall', '0'));
    expect(free).toMatchObject({ settings: { steps: defaults.steps, guidance: defaults.guidance } });
  });

  it('begins from a picture, called what the prompt says, and again by its code', async () => {
    const file = join(dir, 'rocket.png');
    await writeFile(file, await rocketPng());
    const begun = await imagine('begun.png', '--count', '2', '--image', file, '--strength', '60', '--variety', '0');
    const [one, other] = begun.report.cells;
    expect(one!.latents).toMatchObject({ boxes: [{ label: 'cat' }] });
    expect([other!.latents.boxes, other!.latents.tokens]).toEqual([one!.latents.boxes, one!.latents.tokens]);
    const again = await imagine('again.png', '--count', '1', '--image', file, '--strength', '60', '--code', one!.code);
    expect(again.report.cells[0]!.latents).toEqual(one!.latents);
    const alone = await run(['imagine', 'a cat', '--strength', '60', '--out', join(dir, 'alone.png')]);
    expect(alone).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('“image” is needed') });
  });

  it('draws in the style that is chosen, as much from memory as is said', async () => {
    const words = [
      '--json',
      '--out',
      join(dir, 'style.png'),
      '--count',
      '2',
      '--style',
      'shaded',
      '--without',
      'red',
      ...FAST,
    ];
    const shaded = await run(['imagine', 'a cat and a pizza', ...words]);
    expect(shaded).toMatchObject({ exitCode: 0, stderr: 'Kept out, as you said: “red”.\n' });
    for (const { artworks } of reportSchema.parse(JSON.parse(shaded.stdout)).cells) {
      expect(artworks.map(({ picture }) => picture).sort()).toEqual(['shaded:cat', 'shaded:pizza']);
    }
    const free = await imagine('free.png', '--count', '2', '--recall', '0');
    expect(free.report.cells.map(({ artworks }) => artworks)).toEqual([[], []]);
    const unknown = await run(['imagine', 'a cat', '--style', 'baroque', '--out', join(dir, 'none.png')]);
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unknown.stderr).toContain('flat, shaded');
  });

  it('lets cells take alternatives in turn, one for each unless it is said how many', async () => {
    const out = join(dir, 'turns.png');
    const words = ['cat', 'rocket', 'tree', 'fish', 'sun'];
    const { exitCode } = await run(['imagine', `a {${words.join('|')}}`, '--out', out, ...FAST]);
    expect(exitCode).toBe(0);
    const { cells, prompt } = await readMetadata(await readFile(out));
    expect(prompt).toBe('a {cat|rocket|tree|fish|sun}');
    expect(cells.map((cell) => cell.prompt)).toEqual(words.map((word) => `a ${word}`));
    expect(cells.map(({ artworks }) => artworks?.[0]?.thing)).toEqual(words);
  });

  it('refuses what nothing is known of, and says where all is listed', async () => {
    const out = join(dir, 'unknown.png');
    const { exitCode, stderr, stdout } = await run(['imagine', 'florpity', '--out', out]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/I do not know “florpity”.*`kaleido things`/);
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('writes each cell as a transparent picture with its own record', async () => {
    const cells = join(dir, 'cells');
    const { report } = await imagine('grid.png', '--count', '2', '--cells', cells, '--latents');
    expect((await readdir(cells)).sort()).toEqual(['cell-1.png', 'cell-2.png']);
    const png = await readFile(join(cells, 'cell-2.png'));
    const { code, seed, file, artworks } = report.cells[1]!;
    expect(file).toBe(join(cells, 'cell-2.png'));
    expect((await readMetadata(png)).cells).toEqual([{ latents: code, seed, artworks }]);
    const { image } = await decodePng(png);
    expect([image.width, image.height]).toEqual([512, 512]);
  });

  it('tells people each cell’s latents in words, the diversity, the seed and the file', async () => {
    const out = join(dir, 'words.png');
    const { exitCode, stdout } = await run([
      'imagine',
      'a',
      'cat',
      '--count',
      '2',
      '--seed',
      '9',
      '--out',
      out,
      ...FAST,
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^1\.\n {3}description /);
    expect(stdout).toMatch(/\n2\.\n/);
    expect(stdout).toMatch(/Diversity \(Vendi score\): [12]\.\d\d of 2/);
    expect(stdout).toContain('Seed: 9\n');
    expect(stdout).toContain(out);
    expect((await readMetadata(await readFile(out))).prompt).toBe('a cat');
  });

  it.each([
    ['an empty prompt', ['imagine', ' '], 2, /prompt is empty/],
    ['no prompt', ['imagine'], 2, /missing required argument/],
    ['an unknown command', ['paint'], 2, /unknown command/],
    ['an unknown option', ['imagine', 'a cat', '--hue', '3'], 2, /unknown option/],
    ['a bad number', ['imagine', 'a cat', '--variety', 'much'], 2, /--variety must be a whole number from 0 to 100/],
    ['an unknown sampler', ['imagine', 'a cat', '--sampler', 'euler'], 2, /dpm-solver\+\+/],
    ['an unknown provider', ['imagine', 'a cat', '--provider', 'abacus'], 2, /Choose from auto, webgpu, cuda/],
    ['an unknown kind', ['imagine', 'a cat', '--pin', 'depth=3'], 2, /Choose from: description/],
    ['a bad pin', ['imagine', 'a cat', '--pin', 'palette=colour of sound'], 2, /palette.*\n.*#rrggbb/],
    [
      'a kind pinned twice',
      ['imagine', 'a cat', '--pin', 'palette=red', '--pin', 'palette=blue'],
      2,
      /Pin each kind once/,
    ],
    ['a damaged latent code', ['imagine', 'a cat', '--pin', 'code=nonsense'], 2, /code/],
    ['a missing bundle', ['imagine', 'a cat', '--bundle', '/nowhere'], 3, /nowhere.*kaleido\.json/],
    ['a picture without a record', ['info', 'package.json'], 2, /not a picture/],
    ['a file that is not there', ['info', 'nowhere.png'], 2, /Check the path/],
  ] as const)('refuses %s kindly', async (_what, words, expected, message) => {
    const place = words[0] === 'imagine' && words.length > 1 ? ['--out', join(dir, 'refused.png')] : [];
    const { exitCode, stdout, stderr } = await run([...words, ...place]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(exitCode).toBe(expected);
    expect(stdout).toBe('');
    expect(await readdir(dir)).not.toContain('refused.png');
  });

  it('refuses a place it cannot write to before anything else', async () => {
    await writeFile(join(dir, 'file'), '');
    const words = ['imagine', 'a cat', '--out', join(dir, 'file', 'grid.png'), '--bundle', '/nowhere'];
    const { exitCode, stderr } = await run(words);
    expect(stderr).toMatch(/cannot be written/);
    expect(exitCode).toBe(4);
  });

  it.each<[string, RegExp, (bundle: string) => Promise<void>]>([
    [
      'an altered file',
      /prior\.onnx differs from the sha256 that the manifest records: fetch it again/,
      async (bundle) => {
        const graph = await readFile(join(bundle, 'prior.onnx'));
        graph[100]! ^= 1;
        await writeFile(join(bundle, 'prior.onnx'), graph);
      },
    ],
    [
      'a truncated file',
      /memory\.bin has 100 bytes instead of \d+: fetch it again/,
      (bundle) => truncate(join(bundle, 'memory.bin'), 100),
    ],
    ['a missing file', /no readable .*things\.json: give the path/, (bundle) => rm(join(bundle, 'things.json'))],
    [
      'another format',
      /is of format 5, and this version reads format 6: take models\/stickers of this version, or export it again/,
      (bundle) => changeManifest(bundle, (manifest) => Object.assign(manifest, { format: 5 })),
    ],
    [
      'tables that contradict each other',
      /kaleido\.json cannot be used \(tables\.paints: "plum" is none of the colours\): export it again/,
      (bundle) => changeManifest(bundle, ({ tables }) => tables.paints.push('plum')),
    ],
    [
      'a memory of other counts',
      /things\.json has \d+ things, where kaleido\.json counts 9999: export it again/,
      (bundle) => changeManifest(bundle, ({ memory }) => Object.assign(memory, { things: 9999 })),
    ],
  ])('refuses a bundle with %s in one line that names the file and the mend', async (what, message, spoil) => {
    const bundle = join(dir, `with ${what}`);
    await cp(TINY_BUNDLE, bundle, { recursive: true });
    await spoil(bundle);
    const { exitCode, stdout, stderr } = await run([
      'imagine',
      'a cat',
      '--out',
      join(dir, 'no.png'),
      '--bundle',
      bundle,
    ]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(bundle);
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
  });

  it('stops on Ctrl-C and leaves nothing behind', async () => {
    const place = await mkdtemp(join(dir, 'stopped-'));
    const { child, finished } = start([
      'imagine',
      'a cat',
      '--steps',
      '250',
      '--count',
      '9',
      '--out',
      join(place, 'grid.png'),
    ]);
    // The reservation shows that the command has begun its work.
    while ((await readdir(place)).length === 0) await sleep(20);
    child.kill('SIGINT');
    const { exitCode, stderr } = await finished;
    expect(stderr).toBe('Stopped.\n');
    expect(exitCode).toBe(130);
    expect(await readdir(place)).toEqual([]);
  });
});

describe('kaleido info', () => {
  it('tells how a grid came about', async () => {
    await imagine('grid.png', '--seed', '5', '--count', '1');
    const { exitCode, stdout } = await run(['info', join(dir, 'grid.png')]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^prompt +a cat and a pizza\n/);
    expect(stdout).toMatch(/\nseed +5\n/);
    expect(stdout).toMatch(
      /\ncell 1 +seed \d+, code \S+\ncell 1 +artwork cat \((flat|shaded):cat\)\ncell 1 +artwork pizza \(.*\)\n$/,
    );
  });
});

describe('kaleido doctor', () => {
  it('finds everything well with a whole bundle', async () => {
    const { exitCode, stdout } = await run(['doctor']);
    expect(stdout).toMatch(/✔ bundle .*verified/);
    expect(stdout).toMatch(/✔ memory: \d+ pictures of \d+ things and \d+ moods? decoded in \d+\.\d s/);
    const [known, remembered] = [/It knows (\d+) things/, /pictures of (\d+) things/].map(
      (told) => told.exec(stdout)?.[1],
    );
    expect(known).toBe(remembered);
    expect(stdout).toMatch(/✔ provider cpu works/);
    expect(stdout).toMatch(/painted one step of one cell in \d+\.\d\d s/);
    expect(stdout).toMatch(/✔ embedded PostgreSQL in .*\n✔ queue in the database: 0 waiting/);
    expect(stdout).toMatch(/✔ pictures in /);
    expect(stdout).toMatch(/• Discord is off/);
    expect(stdout).toContain('All is well.');
    expect(exitCode).toBe(0);
  });

  it.each([
    ['a missing bundle', { KALEIDO_BUNDLE: '/nowhere' }, /✖ .*nowhere/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none' },
      /✖ The database cannot be reached\.\n +Check that the server runs/,
    ],
    [
      'Redis that is not there',
      { REDIS_URL: 'redis://127.0.0.1:1' },
      /✖ The queue cannot be reached\.\n +Check that REDIS_URL/,
    ],
    [
      'Slack without a way for events',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      /✖ Slack has no way to send events\n +Set SLACK_APP_TOKEN/,
    ],
    ['a bad setting', { KALEIDO_THREADS: 'many' }, /✖ .*KALEIDO_THREADS.*\n +Set it to a whole number/],
    [
      'a provider that cannot work here',
      { KALEIDO_PROVIDERS: 'directml' },
      /✖ provider directml is wanted but does not work/,
    ],
  ])('says how to mend %s, and fails', async (_what, environment, message) => {
    const { exitCode, stdout } = await run(['doctor'], environment);
    expect(stdout).toMatch(message);
    expect(exitCode).toBe(1);
  });
});

it('explains its commands and exit codes', async () => {
  const { exitCode, stdout } = await run(['--help']);
  expect(exitCode).toBe(0);
  for (const word of ['imagine', 'doctor', 'info', 'Exit codes', '130']) expect(stdout).toContain(word);
});

describe('kaleido things', () => {
  it('lists all by group, or what fits some words, with a sheet of pictures', async () => {
    const all = await run(['things']);
    expect(all).toMatchObject({ exitCode: 0, stderr: '' });
    expect(all.stdout).toMatch(/^Things \(things\): 31\n {2}airplane, .*umbrella/);
    const out = join(dir, 'things.png');
    const found = await run(['things', 'hat', '--json', '--out', out]);
    expect(JSON.parse(found.stdout)).toContain('top hat');
    expect((await decodePng(await readFile(out))).image.width).toBeGreaterThan(128);
  });

  it('says what there is when there is not', async () => {
    const nothing = await run(['things', 'qqqqq']);
    expect(nothing).toMatchObject({ exitCode: 2, stdout: '' });
    const group = await run(['things', '--group', 'cars']);
    expect(group.exitCode).toBe(2);
    expect(group.stderr).toContain('Name one of: things.');
  });
});
