import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { accessMarkdown } from '../../../../src/core/access/access-markdown.js';

const PAGE = 'docs/security.md';
const BEGIN = '<!-- Made from src/core/access by `npm run docs`. -->';
const END = '<!-- Made until here. -->';

it('docs/security.md says what the functions of access say; `npm run docs` writes it anew', async () => {
  const page = await readFile(PAGE, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  expect([before, after].every((part) => part !== undefined && part !== '')).toBe(true);
  const anew = `${before}${BEGIN}\n\n${accessMarkdown()}\n\n${END}${after}`;
  await expect(anew).toMatchFileSnapshot(`../../../../${PAGE}`);
});
