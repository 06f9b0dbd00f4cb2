import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** Where tests lie as the sources that they are of do: `test/unit/core/quota` is of `src/core/quota`. */
const MIRRORS = ['test/unit', 'test/integration', 'test/conformance'];
/** What one change is checked by at most, in unit test files: what a minute allows on two cores. */
const MOST_NEAR = 16;
/** Tests with a database, a queue or a platform in them, in unit test files that take as long. */
const WITH_OTHERS = 5;

/**
 * The tests of a room, which is a folder or file of `src`, or `commands` or a part of it.
 * @param room such as `core/quota`, `src/core/quota` or `commands/imagine.ts`
 * @returns folders, ending in a slash, and files; empty when nothing mirrors the room
 */
export function testsOfRoom(room: string): string[] {
  return MIRRORS.flatMap((mirror) => mirrored(mirror, pathInMirror(room)));
}

/**
 * The tests nearest to what changed: those that changed themselves, name what changed, import it, or are of its room;
 * then those that reach it through helpers of tests. Tests that start whole installations (`test/e2e`) only when they
 * changed themselves.
 * @param changed paths from the root, those of deleted files among them
 */
export function testsOfChange(changed: readonly string[]): string[] {
  const files = filesIn('test/').map(readModule);
  const importers = (targets: ReadonlySet<string>) =>
    files.filter(({ imports }) => imports.some((file) => targets.has(file))).map(({ path }) => path);
  const others = changed.filter((file) => !file.endsWith('.ts'));
  const named = files.filter(({ text }) => others.some((file) => text.includes(file))).map(({ path }) => path);
  const direct = importers(new Set(changed));
  const reached = new Set(direct);
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const path of importers(reached)) reached.add(path);
  }
  const ranked = [...changed, ...named, ...direct, ...changed.flatMap(testsAround), ...reached];
  const near = [...new Set(ranked)]
    .filter((path) => path.endsWith('.test.ts') && existsSync(path))
    .filter((path) => !path.startsWith('test/e2e/') || changed.includes(path));
  return affordable(near);
}

/** The first unit tests that a minute allows, then of the others what the rest of it does. */
function affordable(paths: readonly string[]): string[] {
  const isUnit = (path: string) => path.startsWith('test/unit/');
  const cheap = paths.filter(isUnit).slice(0, MOST_NEAR);
  const others = paths.filter((path) => !isUnit(path));
  return [...cheap, ...others.slice(0, Math.max(1, Math.floor((MOST_NEAR - cheap.length) / WITH_OTHERS)))];
}

/**
 * Unit tests of the nearest folder about a source that has some; tests with a database or a platform in them where
 * there are none.
 */
function testsAround(source: string): string[] {
  if (!/^(src|commands)\//.test(source)) return [];
  for (const mirror of MIRRORS) {
    for (let room = pathInMirror(source); room !== '.'; room = dirname(room)) {
      const found = mirrored(mirror, room).flatMap((path) => (path.endsWith('/') ? filesIn(path) : [path]));
      if (found.length > 0) return found;
    }
  }
  return [];
}

function pathInMirror(source: string): string {
  return source.replace(/^(\.\/)?(src\/)?/, '').replace(/(\.ts|\/)$/, '');
}

function mirrored(mirror: string, path: string): string[] {
  return [`${mirror}/${path}/`, `${mirror}/${path}.test.ts`].filter((one) => existsSync(one));
}

/** TypeScript files of a folder whose name ends in a slash. */
function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => folder + name.replaceAll('\\', '/'));
}

/** A test or helper of tests, with the modules that it imports as paths from the root. */
function readModule(path: string): { path: string; text: string; imports: string[] } {
  const text = readFileSync(path, 'utf8');
  const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) => specifier!);
  return { path, text, imports: specifiers.map((one) => join(dirname(path), one).replace(/\.js$/, '.ts')) };
}
