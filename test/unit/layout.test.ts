import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of sources, without what Prisma makes. */
function folders(path: string): string[] {
  const names = readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'generated' ? [entry.name] : [],
  );
  return names.flatMap((name) => [`${path}/${name}`, ...folders(`${path}/${name}`)]);
}

const FOLDERS = ['commands', ...folders('commands'), ...folders('src')];

function sourcesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.ts'));
}

test('every folder of sources has a face', () => {
  const faceless = FOLDERS.filter((folder) => sourcesOf(folder).length > 0 && !sourcesOf(folder).includes('index.ts'));
  expect(faceless).toEqual([]);
});

test('no file has the name of a folder beside it', () => {
  expect(FOLDERS.filter((folder) => existsSync(join(ROOT, `${folder}.ts`)))).toEqual([]);
});

test('no comment is wider than 120 columns', () => {
  const wide = FOLDERS.flatMap((folder) =>
    sourcesOf(folder).flatMap((name) =>
      readFileSync(join(ROOT, folder, name), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          /^\s*(?:\*|\/\/|\/\*)/.test(line) && line.length > 120 ? [`${folder}/${name}:${index + 1}`] : [],
        ),
    ),
  );
  expect(wide).toEqual([]);
});
