/**
 * Things whose right and left are known to everybody: buttons, dials, strings, letters and numbers. Mirrored they are
 * wrong. All symbols and flags are so too.
 */
const HANDED: ReadonlySet<string> = new Set([
  'game controller',
  'joystick',
  'keyboard',
  'musical keyboard',
  'computer',
  'desktop computer',
  'computer mouse',
  'phone',
  'telephone',
  'radio',
  'camera',
  'movie camera',
  'video camera',
  'guitar',
  'banjo',
  'violin',
  'trumpet',
  'saxophone',
  'accordion',
  'scissors',
  'alarm clock',
  'mantelpiece clock',
  'timer clock',
  'stopwatch',
  'watch',
  'compass',
  'calendar',
  'tear-off calendar',
  'spiral calendar',
  'newspaper',
  'rolled-up newspaper',
  'receipt',
  'credit card',
  'identification card',
  'flower playing cards',
  'abacus',
  'straight ruler',
  'triangular ruler',
  'stop sign',
]);

/** Whether a thing must not be mirrored. */
export function isHanded(thing: string): boolean {
  return HANDED.has(thing);
}
