import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const workflow = z.object({
  jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ uses: z.string(), run: z.string() }).partial()) })),
});
/** What GitHub takes as a form (docs.github.com, syntax for issue forms). */
const form = z.object({
  name: z.string().min(1),
  description: z.string().min(1),
  body: z
    .array(
      z.object({
        type: z.enum(['input', 'textarea', 'dropdown']),
        id: z.string().regex(/^[\w-]+$/),
        attributes: z.object({ label: z.string().min(1), options: z.array(z.string()).optional() }),
      }),
    )
    .min(1),
});
const manifest = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()) });

/** What has commands for contributors in it, besides the workflow. */
const PAGES = [
  'CONTRIBUTING.md',
  'README.md',
  'examples/README.md',
  '.changeset/README.md',
  '.github/pull_request_template.md',
  '.github/ISSUE_TEMPLATE/bug.yml',
  '.github/ISSUE_TEMPLATE/picture.yml',
  '.github/ISSUE_TEMPLATE/feature.yml',
];

let scripts: Readonly<Record<string, string>>;
let packageName: string;
let steps: string[];
let actions: string[];
beforeAll(async () => {
  ({ name: packageName, scripts } = manifest.parse(JSON.parse(await readFile('package.json', 'utf8'))));
  const jobs = Object.values(workflow.parse(parse(await readFile('.github/workflows/ci.yml', 'utf8'))).jobs);
  steps = jobs.flatMap((job) => job.steps.flatMap(({ run }) => run ?? []));
  actions = jobs.flatMap((job) => job.steps.flatMap(({ uses }) => uses ?? []));
});

/** Commands of npm in a text that would fail: scripts that package.json lacks, programs that no package brings. */
function unknownCommands(text: string): string[] {
  const own = ['test', 'ci', 'pack', 'install', 'run'];
  const runs = [...text.matchAll(/\bnpm run (?:--silent )?([\w-]+)/g)].map(([, script]) => script!);
  const programs = [...text.matchAll(/\bnpx ([\w-]+)/g)].map(([, program]) => program!);
  const others = [...text.matchAll(/\bnpm ([a-z][\w-]*)/g)].map(([, command]) => command!);
  return [
    ...runs.filter((script) => !Object.hasOwn(scripts, script)),
    ...programs.filter((program) => program !== packageName && !existsSync(`node_modules/.bin/${program}`)),
    ...others.filter((command) => !own.includes(command)),
  ];
}

describe('the workflow', () => {
  it('does what the README tells a fresh user, and what .ci/run does', async () => {
    const readme = /```sh\n([^`]+?)\n```/.exec(await readFile('README.md', 'utf8'))?.[1];
    expect(steps.slice(0, 2)).toEqual([readme, 'npm test']);
    const ci = await readFile('.ci/run', 'utf8');
    const training = steps.find((step) => step.includes('pytest'))!;
    for (const command of [...training.split(' && '), ...readme!.split(' && '), 'npm test']) {
      expect(ci, command).toContain(command);
    }
  });

  it('runs commands that exist, with actions of one version', () => {
    expect(unknownCommands(steps.join('\n'))).toEqual([]);
    expect(unknownCommands('npm run nothing; npx nothing; npm nothing')).toEqual(['nothing', 'nothing', 'nothing']);
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });
});

describe('pages for contributors', () => {
  it.each(PAGES)('%s names commands that exist', async (page) => {
    expect(unknownCommands(await readFile(page, 'utf8'))).toEqual([]);
  });

  it('issues are asked for in forms that GitHub takes', async () => {
    const files = await readdir('.github/ISSUE_TEMPLATE');
    expect(files.sort()).toEqual(['bug.yml', 'feature.yml', 'picture.yml']);
    for (const file of files) {
      const { body } = form.parse(parse(await readFile(`.github/ISSUE_TEMPLATE/${file}`, 'utf8')));
      expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
      for (const { type, attributes } of body) expect(attributes.options !== undefined).toBe(type === 'dropdown');
    }
  });
});

it('notes on what changed can be read by changesets', async () => {
  const files = (await readdir('.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const releases = z.record(z.literal(packageName), z.enum(['patch', 'minor', 'major']));
  for (const file of files) {
    const [, head, text = ''] =
      /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(await readFile(`.changeset/${file}`, 'utf8')) ?? [];
    expect(head, file).toBeDefined();
    // An empty one says that nothing changes for those who use it.
    if (head !== '')
      expect([releases.safeParse(parse(head!)).success, text.trim()], file).toEqual([true, expect.stringMatching(/./)]);
  }
});

it('comments are wrapped at 120 columns', async () => {
  const folders = ['src', 'commands', 'bench', 'test', 'tools', 'examples', 'training'];
  const entries = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const sources = entries
    .flat()
    .filter((entry) => entry.isFile() && /\.(ts|py|m?js)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/node_modules|generated|venv|dist/.test(path));
  expect(sources.length).toBeGreaterThan(1000);
  const texts = await Promise.all(sources.map((path) => readFile(path, 'utf8')));
  const wide = texts.flatMap((text, k) =>
    text
      .split('\n')
      .flatMap((line, at) => (line.length > 120 && /^\s*(\/\/|\/?\*|#)/.test(line) ? [`${sources[k]}:${at + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});
