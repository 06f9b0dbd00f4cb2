import { coveredCells, createColourIndex, type Latents, paletteSimilarity, type Swatch } from '../latents/index.js';

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

/** A visual code's mean colour taken apart. */
export interface CodeColour {
  /** `#rrggbb` */
  colour: string;
  /** How much of its cell the code covers, 0–1. */
  covered: number;
}

/** @param hex `#rrggbbaa`, as the manifest's codebook has it */
export function codeColour(hex: string): CodeColour {
  return { colour: hex.slice(0, 7), covered: Number.parseInt(hex.slice(7), 16) / 255 };
}
