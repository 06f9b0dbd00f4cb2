/** Numbers as captions write them, from 0. */
export const NUMBERS = ['', '', 'two', 'three', 'four', 'five', 'six'] as const;

/** What captions have for as many things as can be painted of those asked for; digits that can be painted stay. */
export function captionedNumber(asked: string, count: number, most: number): string {
  return /^\d/.test(asked) && count <= most ? asked : (NUMBERS[Math.min(count, most)] ?? asked);
}
