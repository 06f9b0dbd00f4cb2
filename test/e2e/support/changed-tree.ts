import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TINY_BUNDLE } from '../command-line.js';
import { type Piped, pipeToTerminal } from './terminal-chat.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What it takes to run the sources of a tree. */
const PARTS = ['src', 'commands', 'prisma/migrations', 'package.json', 'tsconfig.json'];

/** What of a manifest a new kind changes. */
interface TinyManifest {
  kinds: string[];
  vocabulary: { starts: Record<string, number> };
}

/** A copy of our sources to make a change in, as a contributor would in a clone. */
export interface ChangedTree {
  /** Puts an example where it belongs; its imports are written for there. */
  put(example: string, place: string): Promise<void>;
  /** Writes a new file, in a new folder where there is none. */
  write(file: string, text: string): Promise<void>;
  /** Adds lines before the first place in a file that an expression finds, which must be there. */
  insert(file: string, before: RegExp, lines: string): Promise<void>;
  /**
   * Runs a module that stands at the tree's root; returns what it printed, which must be JSON.
   * @throws Error with what it said of itself, when it fails
   */
  run(module: string): Promise<unknown>;
  /** Compiler errors in the tree's sources, as `file: code`. */
  typeErrors(): Promise<string[]>;
  /** Pipes lines into the terminal chat of the tree's `kaleido up`, over some bundle; returns what it printed. */
  chat(bundle: string, lines: readonly string[]): Promise<Piped>;
  /** The tests' tiny bundle with another manifest; returns its folder. */
  bundle(change: (manifest: TinyManifest) => void): Promise<string>;
  remove(): Promise<void>;
}

/** Copies the sources. */
export async function copyTree(): Promise<ChangedTree> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-tree-'));
  // Where the tests run as root, the embedded database runs as another user, who must get to its folder.
  await chmod(folder, 0o755);
  await Promise.all(PARTS.map((part) => cp(join(ROOT, part), join(folder, part), { recursive: true })));
  for (const one of ['node_modules', 'models']) await symlink(join(ROOT, one), join(folder, one), 'dir');

  return {
    async put(example, place) {
      const text = await readFile(join(ROOT, example), 'utf8');
      const moved = text.replace(/(?<= from ')\.[^']+/g, (specifier) => {
        const path = relative(dirname(place), join(dirname(example), specifier));
        return path.startsWith('.') ? path : `./${path}`;
      });
      await writeFile(join(folder, place), moved);
    },
    async write(file, text) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    },
    async run(module) {
      await writeFile(join(folder, 'probe.ts'), module);
      const { stdout } = await run(process.execPath, ['--import', 'tsx', 'probe.ts'], { cwd: folder });
      return JSON.parse(stdout);
    },
    async typeErrors() {
      const said = await run(join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit', '-p', '.'], { cwd: folder }).then(
        () => '',
        ({ stdout }: { stdout: string }) => stdout,
      );
      return [...said.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file, code]) => `${file}: ${code}`);
    },
    async insert(file, before, lines) {
      const text = await readFile(join(folder, file), 'utf8');
      const at = text.search(before);
      if (at < 0) throw new Error(`${file} has no ${before}.`);
      await writeFile(join(folder, file), text.slice(0, at) + lines + text.slice(at));
    },
    chat: (bundle, lines) => pipeToTerminal(lines, { cwd: folder, dataDir: join(folder, 'data'), bundle }),
    async bundle(change) {
      const copy = join(folder, 'bundle');
      await cp(TINY_BUNDLE, copy, { recursive: true });
      const file = join(copy, 'kaleido.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as TinyManifest;
      change(manifest);
      await writeFile(file, JSON.stringify(manifest));
      return copy;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
