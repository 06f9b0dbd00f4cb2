import type { Latents, Swatch } from '../latents/index.js';
import { codeColour } from './code-colour.js';
import { paletteSimilarity } from './similarity/index.js';

/**
 * How well a plan's visual tokens keep to its palette, 0–1: the similarity of the palette and of the mean colours of
 * the tokens, each by how much of its cell is covered. The prior samples both, and now and then paints a thing that it
 * has mostly seen in one colour in that colour, whatever palette it has planned.
 *
 * @param codeColours mean colour of each visual code, `#rrggbbaa`
 * @returns undefined for a plan that lacks either kind, and for tokens of nothing but transparent codes
 */
export function paletteAgreement({ palette, tokens }: Latents, codeColours: readonly string[]): number | undefined {
  if (!palette || !tokens) return undefined;
  const shares = new Map<string, number>();
  for (const code of tokens) {
    const { colour, covered } = codeColour(codeColours[code]!);
    if (covered > 0) shares.set(colour, (shares.get(colour) ?? 0) + covered);
  }
  if (shares.size === 0) return undefined;
  const painted = [...shares].map(([colour, share]): Swatch => ({ colour, share }));
  return paletteSimilarity([palette, painted])(0, 1);
}
