import { describe, expect, it } from 'vitest';
import { cellOfMark, markOfCell, meaningOf } from '../../../../src/chat/controller/reactions.js';

describe('what an emoji on a grid means', () => {
  it.each([
    ['🔁', { type: 'reroll-all' }],
    ['1️⃣', { type: 'cell', cell: 0 }],
    ['1⃣', { type: 'cell', cell: 0 }],
    ['9️⃣', { type: 'cell', cell: 8 }],
    ['📌', { type: 'pin' }],
    ['🎨', { type: 'kind', kind: 'palette' }],
    ['📦', { type: 'kind', kind: 'boxes' }],
    ['📝', { type: 'kind', kind: 'description' }],
    ['🗑️', { type: 'delete' }],
    ['🗑', { type: 'delete' }],
  ])('%s is %j', (emoji, meaning) => {
    expect(meaningOf(emoji)).toEqual(meaning);
  });

  it.each(['👍', '0️⃣', '🔟', '1', '', 'repeat', '📍', 'constructor'])('%j is nothing', (emoji) => {
    expect(meaningOf(emoji)).toBeNull();
  });

  it('remembers numbers by their keycaps', () => {
    for (let cell = 0; cell < 9; cell++) expect(cellOfMark(markOfCell(cell))).toBe(cell);
    expect(cellOfMark('📌')).toBeNull();
  });
});
