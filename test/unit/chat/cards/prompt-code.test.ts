import { describe, expect, it } from 'vitest';
import { fitsAction, formatActionId, parseActionId } from '../../../../src/chat/cards/action-id.js';
import { formatPromptCode, readPromptCode } from '../../../../src/chat/cards/prompt-code.js';

describe('a prompt in a button', () => {
  it.each(['an orange fox, flat style', 'a jack-o’-lantern, 3d style', 'a piñata & 2 mate_tea ~ .x.', '😀 a cat', ''])(
    'comes back as it was: %j',
    (prompt) => {
      expect(readPromptCode(formatPromptCode(prompt))).toBe(prompt);
    },
  );

  it('reads in the id as it is mostly', () => {
    const code = formatPromptCode('An orange fox, flat style');
    expect(code).toBe('an_orange_fox~_flat_style');
    expect(parseActionId(formatActionId('imagine', code))).toEqual({ verb: 'imagine', generationId: code, args: [] });
  });

  it('is none where anything else stands', () => {
    for (const code of ['a.b', '.110000.', 'A', '.zz.', 'é']) expect(readPromptCode(code)).toBeNull();
  });

  it('has room in an id up to its length', () => {
    expect(fitsAction('imagine', 'x'.repeat(89))).toBe(true);
    expect(fitsAction('imagine', 'x'.repeat(90))).toBe(false);
    expect(fitsAction('imagine', '')).toBe(false);
  });
});
