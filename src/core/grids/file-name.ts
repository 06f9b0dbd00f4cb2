import type { Generation } from '../types.js';

const LONGEST_SLUG = 40;

/**
 * Name of a PNG file, safe on every system and readable in a download folder: words of the prompt, the generation's id
 * and what it is, such as `a-cat-and-a-pizza-01hx3v9w2k4m-2.png`.
 */
export function fileName({ prompt, id }: Pick<Generation, 'prompt' | 'id'>, what: string): string {
  const slug = prompt
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return `${slug === '' ? 'kaleido' : slug}-${id}-${what}.png`;
}
