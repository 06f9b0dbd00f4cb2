import type { Generation } from '../types.js';

/** Whether a grid is a pack: one thing in several moods. */
export function isPack({ settings }: Pick<Generation, 'settings'>): boolean {
  return settings.moods !== undefined;
}
