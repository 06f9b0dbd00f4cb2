import { type Lab, labDistance, labOf, nearestLab } from '../../basics/index.js';
import type { Swatch } from '../../latents/index.js';
import { type ColourArea, isDark } from './colour-areas.js';
import { type FittedPicture, moveTo } from './fit-palette.js';
import type { ShadeMove } from './recolour.js';

/** A shade this near in OKLab to a colour of the palette was measured as that colour. */
const NEAR = 0.09;

/** A colour that a palette has, and what it becomes; itself where it stays. */
export interface Replacement {
  from: Lab;
  to: Lab;
  /** 0–1 */
  share: number;
}

/**
 * How a palette was edited: what became of each colour that pictures have by themselves. New colours take the places of
 * those that are gone, in order; what is gone without a successor becomes the nearest of what is left.
 * @returns undefined where the palette is another one, and no edit: nothing of it was there before, nothing is gone, or
 *   what was there before has another share now, as happens when somebody asks for colours of which the picture has
 *   some by chance
 */
export function replacements(natural: readonly Swatch[], palette: readonly Swatch[]): Replacement[] | undefined {
  const has = (list: readonly Swatch[], colour: string) =>
    list.some((swatch) => swatch.colour.toLowerCase() === colour.toLowerCase());
  const gone = natural.filter(({ colour }) => !has(palette, colour));
  const stayed = natural.filter((swatch) => !gone.includes(swatch));
  if (gone.length === 0 || stayed.length === 0) return undefined;
  if (!stayed.every((one) => palette.some((other) => isSameSwatch(one, other)))) return undefined;
  const fresh = palette.filter(({ colour }) => !has(natural, colour));
  const left = palette.map(({ colour }) => labOf(colour));
  return natural.map((swatch) => {
    const from = labOf(swatch.colour);
    const at = gone.indexOf(swatch);
    const successor = fresh[at];
    const to = at < 0 ? from : successor ? labOf(successor.colour) : left[nearestLab(from, left)]!;
    return { from, to, share: swatch.share };
  });
}

/**
 * Moves the areas that were measured as a colour along with it; all others stay. A colour that no area mainly has,
 * being a shade of one, becomes that of the lesser area which is of about its share.
 * @returns for each picture where each of its areas moves; undefined where it stays
 */
export function replaceColours(
  pictures: readonly FittedPicture[],
  replaced: readonly Replacement[],
): (ShadeMove | undefined)[][] {
  const whole = pictures.reduce((sum, { size }) => sum + size, 0);
  const parts = pictures.flatMap(({ areas, size }, picture) =>
    areas.map((area, k) => ({ picture, k, area, part: (area.share * size) / whole, main: mainOf(area, replaced) })),
  );
  const moves = pictures.map(({ areas }) => areas.map((): ShadeMove | undefined => undefined));
  replaced.forEach(({ from, to, share }, colour) => {
    if (from === to) return;
    const own = parts.filter(({ main }) => main === colour);
    const others = parts.filter(({ k, area }) => k > 0 && !isDark(area));
    const free = others.filter(({ main }) => main < 0);
    const alike = (free.length > 0 ? free : others)
      .sort((a, b) => Math.abs(a.part - share) - Math.abs(b.part - share))
      .slice(0, 1);
    for (const { picture, k, area } of own.length > 0 ? own : alike) {
      moves[picture]![k] = moveTo(to, area.lab, undefined);
    }
  });
  return moves;
}

/** The first of the colours, which come the largest first, that an area has; −1 where it has none. */
function mainOf({ shades }: ColourArea, colours: readonly Replacement[]): number {
  return colours.findIndex(({ from }) => shades.some((shade) => labDistance(shade, from) < NEAR));
}

function isSameSwatch(one: Swatch, other: Swatch): boolean {
  return one.colour.toLowerCase() === other.colour.toLowerCase() && Math.abs(one.share - other.share) < 1e-6;
}
