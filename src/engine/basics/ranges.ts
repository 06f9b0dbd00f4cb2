import { z } from 'zod';

/** Numbers that may be given, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A range as people read it: `2–7`. */
export function rangeText({ min, max }: Range): string {
  return `${min}–${max}`;
}

/** A whole number of a range, with a message that says so. */
export function whole(range: Range) {
  const message = `must be a whole number of ${rangeText(range)}`;
  return z.int(message).min(range.min, message).max(range.max, message);
}

/** A number of a range, with a message that says so. */
export function ranged(range: Range) {
  const message = `must be a number of ${rangeText(range)}`;
  return z.number(message).min(range.min, message).max(range.max, message);
}
