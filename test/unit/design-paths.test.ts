import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (page: string) => readFileSync(join(ROOT, page), 'utf8');

test('every question of the design page is answered by one path that is there', () => {
  const rows = [...read('docs/design.md').matchAll(/^\| (… .*\?) \| (.*) \|$/gm)].map(([, question, answer]) => ({
    question: question!,
    answer: answer!,
  }));
  expect(rows.length).toBeGreaterThanOrEqual(20);
  for (const { question, answer } of rows) {
    expect(answer, question).toMatch(/^`[\w./-]+`$/);
    expect(existsSync(join(ROOT, answer.slice(1, -1))), `${question} ${answer}`).toBe(true);
  }
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/design.md',
  'docs/security.md',
  'docs/bundle.md',
  'docs/recall.md',
  'docs/discord.md',
])('every path of the sources that %s names is there', (page) => {
  const paths = [...read(page).matchAll(/`((?:src|commands|test|bench|prisma)\/[\w./-]*)`/g)].map(([, path]) => path!);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
