import { COLOUR_NAMES } from '../latents/colour-names.js';
import { createColourIndex } from '../latents/colours.js';
import type { Latents } from '../latents/latents.js';
import { codeColour } from './code-colour.js';
import { coveredCells } from './similarity/raster.js';

/** A visual code as it is seen: the plain name of its mean colour, and how much of its cell it covers, 0–1. */
interface SeenCode {
  colour: string;
  covered: number;
}

/** Plain names by what stands last in ours: “sky blue” is blue. */
const PLAIN = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'brown',
  'cream',
  'white',
  'grey',
  'black',
];
const shades = Object.entries(COLOUR_NAMES)
  .map(([name, hex]) => ({ plain: name.split(' ').at(-1)!, hex }))
  .filter(({ plain }) => PLAIN.includes(plain));
const index = createColourIndex(shades.map(({ hex }) => hex));

/** Codes looked up so far; a codebook has thousands, of which a plan needs some dozens. */
const seen = new WeakMap<readonly string[], SeenCode[]>();

function lookUp(code: number, codeColours: readonly string[]): SeenCode {
  const known = seen.get(codeColours) ?? [];
  seen.set(codeColours, known);
  known[code] ??= seenAs(codeColours[code]!);
  return known[code];
}

function seenAs(hex: string): SeenCode {
  const { colour, covered } = codeColour(hex);
  return { colour: shades[index.nearest(colour)]!.plain, covered };
}

/**
 * How much of what a plan's visual tokens show inside the boxes of a thing has a colour, 0–1.
 *
 * @param colour a plain English name
 * @param codeColours mean colour of each visual code, `#rrggbbaa`
 * @returns undefined for a plan without boxes or visual tokens, and where nothing is to be seen
 */
export function paintedShare(
  { boxes, tokens }: Latents,
  thing: string,
  colour: string,
  codeColours: readonly string[],
): number | undefined {
  if (!boxes || !tokens) return undefined;
  const own = boxes.filter(({ label }) => label === thing);
  let painted = 0;
  let total = 0;
  coveredCells(
    (x, y) => own.some(({ x0, y0, x1, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1),
    (cell) => {
      const { colour: found, covered } = lookUp(tokens[cell]!, codeColours);
      total += covered;
      if (found === colour) painted += covered;
    },
    Math.sqrt(tokens.length),
  );
  return total === 0 ? undefined : painted / total;
}
