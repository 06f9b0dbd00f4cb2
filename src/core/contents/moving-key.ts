/**
 * Where the moving picture of a cell is kept, where it has one.
 * @param imageKey of its still picture
 */
export function movingKeyOf(imageKey: string): string {
  return `${imageKey}.webp`;
}
