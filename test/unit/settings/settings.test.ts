import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { SETTINGS } from '../../../src/settings/settings.js';

it('documents every setting with its default in the operating guide', async () => {
  const guide = await readFile('docs/operating.md', 'utf8');
  const rows = Object.values(SETTINGS).map(
    ({ variable, about, fallback }) => `| \`${variable}\` | ${about} | ${fallback} |`,
  );
  const section = guide.slice(guide.indexOf('## Settings'), guide.indexOf('Quotas, policies, blocklists'));
  expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows);
});
