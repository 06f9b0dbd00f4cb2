import { z } from 'zod';
import { isWithin, type Range, rangeText, telling, type ValueProblem } from '../basics/index.js';

/** A whole number of a range; its problem is `not_whole`. */
export function whole(range: Range): z.ZodType<number> {
  const problem = { why: 'not_whole', min: range.min, max: range.max } satisfies ValueProblem;
  return z.custom<number>((value) => Number.isSafeInteger(value) && isWithin(value, range), {
    ...telling(problem),
    error: `must be a whole number of ${rangeText(range)}`,
  });
}

/** A number of a range; its problem is `not_number`. */
export function ranged(range: Range): z.ZodType<number> {
  const problem = { why: 'not_number', min: range.min, max: range.max } satisfies ValueProblem;
  return z.custom<number>((value) => Number.isFinite(value) && isWithin(value, range), {
    ...telling(problem),
    error: `must be a number of ${rangeText(range)}`,
  });
}
