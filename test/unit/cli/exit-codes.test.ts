import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src/cli/exit-codes.js';
import { KaleidoError } from '../../../src/engine/basics/errors.js';

describe('describeError', () => {
  it.each([
    ['empty_prompt', 2],
    ['bad_pin', 2],
    ['bundle_corrupt', 3],
    ['model_failed', 3],
    ['unwritable_output', 4],
    ['database_unavailable', 5],
  ] as const)('%s exits with %i and says what to do', (code, exitCode) => {
    expect(describeError(new KaleidoError(code, 'It is wrong.', { hint: 'Mend it.' }))).toEqual({
      text: 'It is wrong.\nMend it.',
      exitCode,
    });
  });

  it('keeps the stack of what nobody expected', () => {
    const { text, exitCode } = describeError(new RangeError('surprise'));
    expect(exitCode).toBe(1);
    expect(text).toContain('surprise');
    expect(text).toContain('exit-codes.test.ts');
  });
});
