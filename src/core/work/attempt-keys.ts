import { movingKeyOf } from '../contents/index.js';
import type { Attempt } from '../ports.js';

/** Previews that an attempt keeps at a time; the next one takes the place of the oldest. */
const PREVIEWS = 8;

/** Keys of what one attempt at a generation stores. */
export interface AttemptKeys {
  grid: string;
  /** @param index of the cell */
  cell(index: number): string;
  /** @param count how many previews there were before */
  preview(count: number): string;
}

/** What the keys of all pictures of a generation's cells begin with. */
export function ownCellKeys(id: string): string {
  return `cells/${id}/`;
}

/**
 * No two attempts share a key: what a worker that was taken for dead stores late replaces nothing of its successor's,
 * and the pictures of a grid are of one attempt.
 */
export function attemptKeys({ id, attempt }: Attempt): AttemptKeys {
  return {
    grid: `grids/${id}-${attempt}.png`,
    cell: (index) => `${ownCellKeys(id)}${attempt}-${index}.png`,
    preview: (count) => `previews/${id}-${attempt}-${count % PREVIEWS}.png`,
  };
}

/** All keys that an attempt may have stored something under. @param cells of the generation */
export function allAttemptKeys(attempt: Attempt, cells: number): string[] {
  const keys = attemptKeys(attempt);
  return [
    keys.grid,
    ...Array.from({ length: cells }, (_, index) => keys.cell(index)).flatMap((key) => [key, movingKeyOf(key)]),
    ...Array.from({ length: PREVIEWS }, (_, count) => keys.preview(count)),
  ];
}
