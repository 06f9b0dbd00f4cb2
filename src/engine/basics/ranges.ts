import { z } from 'zod';
import { telling, type ValueProblem } from './value-problem.js';

/** Numbers that may be given, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A range as people read it: `2–7`. */
export function rangeText({ min, max }: Range): string {
  return `${min}–${max}`;
}

/** A whole number of a range; its problem is `not_whole`. */
export function whole({ min, max }: Range): z.ZodType<number> {
  const problem = { why: 'not_whole', min, max } satisfies ValueProblem;
  return z.custom<number>((value) => Number.isSafeInteger(value) && isWithin(value, min, max), {
    ...telling(problem),
    error: `must be a whole number of ${rangeText({ min, max })}`,
  });
}

/** A number of a range; its problem is `not_number`. */
export function ranged({ min, max }: Range): z.ZodType<number> {
  const problem = { why: 'not_number', min, max } satisfies ValueProblem;
  return z.custom<number>((value) => Number.isFinite(value) && isWithin(value, min, max), {
    ...telling(problem),
    error: `must be a number of ${rangeText({ min, max })}`,
  });
}

function isWithin(value: unknown, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}
