import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const TSC = join(MODULES, 'typescript', 'bin', 'tsc');

/** Milliseconds: a build, a package of the shipped bundle, and a grid by it. */
const TEST_MS = 300_000;

let folder: string;
let project: string;

/** Builds and packs as `npm pack` does, away from the repository's own `dist`, which other tests may be running. */
async function pack(): Promise<string> {
  const staged = join(folder, 'staged');
  await mkdir(join(staged, 'prisma'), { recursive: true });
  const copies = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'slack-manifest.yml',
    'docs',
    'models',
    'prisma/migrations',
  ];
  await Promise.all([
    run(process.execPath, [
      TSC,
      '-p',
      join(ROOT, 'tsconfig.build.json'),
      '--outDir',
      join(staged, 'dist'),
      '--sourceMap',
      'false',
    ]),
    ...copies.map((name) => cp(join(ROOT, name), join(staged, name), { recursive: true })),
  ]);
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: staged,
  });
  await rm(staged, { recursive: true });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  return join(folder, filename);
}

/** Installs the package into a project, and of its dependencies those that it declares: no registry is asked. */
async function install(archive: string): Promise<void> {
  const installed = join(project, 'node_modules', 'kaleido');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1']);
  const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    const link = join(project, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(MODULES, name), link, 'dir');
  }
  await writeFile(join(project, 'package.json'), '{ "type": "module" }');
}

/** The README's example of the library, word for word. */
async function example(): Promise<string> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const code = /## As a library[\s\S]*?```ts\n([\s\S]*?)```/.exec(readme)?.[1];
  if (code === undefined) throw new Error('The README has no example of the library.');
  return code;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-package-'));
  project = join(folder, 'project');
  await install(await pack());
}, TEST_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package, installed outside the repository', () => {
  it('runs the README’s example with the bundle that ships in it', { timeout: TEST_MS }, async () => {
    await writeFile(join(project, 'example.ts'), await example());
    const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--skipLibCheck', '--types', 'node'];
    await run(process.execPath, [TSC, ...options, 'example.ts'], { cwd: project }).catch(({ stdout }) => {
      throw new Error(String(stdout));
    });
    const { stdout } = await run(process.execPath, ['example.js'], { cwd: project });
    const lines = stdout.trim().split('\n');
    expect(Number.parseFloat(lines[0]!)).toBeGreaterThan(1);
    expect(stdout).toMatch(/description: '[^']*(?:cat|pizza)/);
    expect(lines.at(-2)).toMatch(/^(\d+)\/\1$/);
    expect(lines.at(-1)).toBe('128');
  });

  it('has the command line in it', { timeout: TEST_MS }, async () => {
    const main = join(project, 'node_modules', 'kaleido', 'dist', 'src', 'main.js');
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect((await run(process.execPath, [main, '--version'], { cwd: project })).stdout.trim()).toBe(version);
    expect((await run(process.execPath, [main, 'things', 'cat'], { cwd: project })).stdout).toMatch(/\bcat\b/);
  });
});
