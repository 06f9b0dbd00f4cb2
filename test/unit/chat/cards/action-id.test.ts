import { describe, expect, it } from 'vitest';
import { ACTION_VERBS, formatActionId, opensModal, parseActionId } from '../../../../src/chat/cards/action-id.js';

const ID = '0123456789ab';

describe('ids of actions', () => {
  it.each(ACTION_VERBS)('carry %s, the generation and arguments there and back', (verb) => {
    const id = formatActionId(verb, ID, 8, 'description');
    expect(id.length).toBeLessThanOrEqual(100);
    expect(parseActionId(id)).toEqual({ verb, generationId: ID, args: ['8', 'description'] });
  });

  it('are the same from release to release, because messages keep them', () => {
    expect(formatActionId('reroll', ID, 2)).toBe('k1:reroll:0123456789ab:2');
    expect(formatActionId('reroll-all', ID)).toBe('k1:reroll-all:0123456789ab');
  });

  it.each([
    '',
    'k1',
    'k1:reroll',
    'k1:reroll:',
    `k2:reroll:${ID}:2`,
    `k1:explode:${ID}`,
    `k1:constructor:${ID}`,
    `K1:reroll:${ID}`,
    `k1:reroll:${ID}:`,
    `k1:reroll:${ID}:a b`,
    `k1:reroll:${ID}:${'x'.repeat(100)}`,
    'discord:more',
  ])('are foreign when they are %j', (id) => {
    expect(parseActionId(id)).toBeNull();
  });

  it('cannot be made of parts that would read as others, or be too long', () => {
    expect(() => formatActionId('edit', 'a:b')).toThrow(RangeError);
    expect(() => formatActionId('edit', ID, '')).toThrow(RangeError);
    expect(() => formatActionId('edit', ID, 'x'.repeat(90))).toThrow(RangeError);
  });

  it('say whether a press opens a form', () => {
    expect(opensModal(formatActionId('edit', ID, 0, 'boxes'))).toBe(true);
    expect(opensModal(formatActionId('reroll', ID, 0))).toBe(false);
    expect(opensModal('foreign')).toBe(false);
  });
});
