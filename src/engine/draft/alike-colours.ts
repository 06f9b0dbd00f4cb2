import { ownValue } from '../basics/index.js';

/** Colours that melt into each other where one thing is before another. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  white: ['cream'],
  cream: ['white', 'yellow'],
  yellow: ['cream', 'orange'],
  orange: ['yellow'],
};

/**
 * Whether the edge of a thing is hard to see on another.
 * @param front its colours, names of `tables.colours`, the commonest first
 * @param back those of what is behind it
 */
export function areAlike([front]: readonly string[], [back]: readonly string[]): boolean {
  if (front === undefined || back === undefined) return false;
  return front === back || ownValue(NEAR, front)?.includes(back) === true;
}
