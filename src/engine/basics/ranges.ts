/** Numbers that may be given, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** A range as people read it: `2–7`. */
export function rangeText({ min, max }: Range): string {
  return `${min}–${max}`;
}

/** Whether a value is a number of a range. */
export function isWithin(value: unknown, { min, max }: Range): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}
