import { createColourIndex, type Latents } from '../latents/index.js';

import { codeColour } from './code-colour.js';
import { coveredCells } from './similarity/index.js';

/** A bundle's colours. */
export interface SeenColours {
  /** Mean colour of each visual code, `#rrggbbaa`. */
  codes: readonly string[];
  /** Colour names and the `#rrggbb` that stand for each. */
  colours: Readonly<Record<string, readonly string[]>>;
}

/** A visual code as it is seen: the name of its mean colour, and how much of its cell it covers, 0–1. */
interface SeenCode {
  colour: string;
  covered: number;
}

/** Looks at codes of one bundle, each once: a codebook has thousands, of which a plan needs some dozens. */
const lookers = new WeakMap<readonly string[], (code: number) => SeenCode>();

function lookerOf({ codes, colours }: SeenColours): (code: number) => SeenCode {
  const known = lookers.get(codes) ?? createLooker(codes, colours);
  lookers.set(codes, known);
  return known;
}

function createLooker(codes: SeenColours['codes'], colours: SeenColours['colours']): (code: number) => SeenCode {
  const shades = Object.entries(colours).flatMap(([name, own]) => own.map((hex) => ({ name, hex })));
  const index = createColourIndex(shades.map(({ hex }) => hex));
  const seen: SeenCode[] = [];
  return (code) => {
    seen[code] ??= seenAs(codes[code]!);
    return seen[code];
  };
  function seenAs(hex: string): SeenCode {
    const { colour, covered } = codeColour(hex);
    return { colour: shades[index.nearest(colour)]!.name, covered };
  }
}

/**
 * How much of what a plan's visual tokens show inside the boxes of a thing has a colour, 0–1. Where boxes overlap, a
 * later one is before an earlier one.
 *
 * @param labels what the thing's boxes may be labelled
 * @param colour one of the bundle's
 * @returns undefined for a plan without boxes or visual tokens, and where nothing of the thing is to be seen
 */
export function paintedShare(
  { boxes, tokens }: Latents,
  labels: readonly string[],
  colour: string,
  bundle: SeenColours,
): number | undefined {
  if (!boxes || !tokens) return undefined;
  const look = lookerOf(bundle);
  let painted = 0;
  let total = 0;
  coveredCells(
    (x, y) => {
      const foremost = boxes.findLast(({ x0, y0, x1, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
      return foremost !== undefined && labels.includes(foremost.label);
    },
    (cell) => {
      const { colour: found, covered } = look(tokens[cell]!);
      total += covered;
      if (found === colour) painted += covered;
    },
    Math.sqrt(tokens.length),
  );
  return total === 0 ? undefined : painted / total;
}
