import { expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createDrafts } from '../../../../src/engine/draft/drafts.js';

it('something on each picture of ours, or that it is on, has a place on the canvas', async () => {
  const bundle = await loadBundle('models/stickers');
  const drafts = createDrafts(bundle);
  const cat = { thing: 'cat', picture: drafts.looksOf('flat', 'cat')[0]!.picture, flip: false };
  const nowhere: string[] = [];
  for (const { name } of bundle.memory.things) {
    const look = drafts.looksOf('flat', name).find(({ picture }) => picture.startsWith('kaleido:'));
    if (!look) continue;
    const drawn = { thing: name, picture: look.picture, flip: false };
    for (const things of [
      [cat, drawn],
      [drawn, cat],
    ]) {
      const { boxes } = drafts.describe({ style: 'flat', kind: 'on', things, recall: 60 });
      if (!boxes.every(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].every(Number.isFinite))) nowhere.push(name);
    }
  }
  expect(nowhere).toEqual([]);
});
