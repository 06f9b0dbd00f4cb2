import { type Lab, labDistance, labOf, nearestLab, ownValue } from '../../basics/index.js';
import type { Tables } from '../../manifest/index.js';
import type { Artwork, Histogram, PicturePart } from '../../memory/index.js';
import type { Layer } from '../layout/index.js';
import { createColourNamer } from './colour-areas.js';
import type { Recolouring } from './recolour.js';
import { movedPart, recolourPart } from './recolour-part.js';

/** A colour nearer than this in OKLab to what lies beside a part would not be told from it. */
const TOLD_APART = 0.15;
const WHOLE = 255;

/** What of a layer says which colours it has. */
export type Drawn = Pick<Layer, 'picture' | 'paint' | 'parts'>;

/** What it does to a picture that parts of it have other colours. */
export interface PartColours {
  /**
   * Its palette histogram. Of a painted picture it is not known what the paint made of the part: what the part had is
   * taken off where that is left, else off all.
   */
  histogramOf(drawn: Drawn): Histogram;
  /** What a description calls its colours, as `Artwork.coloursOf` does. */
  namesOf(drawn: Drawn): readonly string[];
  recolouringsOf(drawn: Drawn): readonly Recolouring[];
}

/** @param codebook the palette's, `#rrggbb` */
export function createPartColours(tables: Tables, codebook: readonly string[], artwork: Artwork): PartColours {
  const labs = codebook.map(labOf);
  const namer = createColourNamer(tables.colours);

  function partsOf({ picture, parts }: Drawn): MovedPart[] {
    return parts.flatMap(({ part: name, colour }) => {
      const part = artwork.partOf(picture, name);
      if (part === undefined) return [];
      const beside = part.beside === undefined ? undefined : labs[part.beside]!;
      return [{ part, to: standingOut(ownValue(tables.colours, colour)!.map(labOf), beside) }];
    });
  }

  function histogramOf(drawn: Drawn): Histogram {
    const natural = artwork.histogramOf(drawn.picture, drawn.paint);
    const parts = partsOf(drawn);
    return parts.length === 0 ? natural : withParts(natural, parts, labs);
  }

  return {
    histogramOf,
    namesOf(drawn) {
      if (drawn.parts.length === 0) return artwork.coloursOf(drawn.picture, drawn.paint);
      const { colours, shares } = histogramOf(drawn);
      const whole = sum(shares);
      return namer(Array.from(colours, (entry, k) => ({ lab: labs[entry]!, share: shares[k]! / whole })));
    },
    recolouringsOf: (drawn) =>
      partsOf(drawn).map(({ part, to }) => ({
        key: `${part.part}:${to.join()}`,
        apply: (pixels, image) => recolourPart(pixels, image, part.mask(), to),
      })),
  };
}

/** A part with its new colour. */
interface MovedPart {
  part: PicturePart;
  to: Lab;
}

/**
 * Of the codes of a colour the first that stands out from what is beside a part; where none does, the one that does
 * most.
 */
function standingOut(codes: readonly Lab[], beside: Lab | undefined): Lab {
  if (beside === undefined) return codes[0]!;
  const distances = codes.map((code) => labDistance(code, beside));
  const first = distances.findIndex((distance) => distance >= TOLD_APART);
  return codes[first >= 0 ? first : distances.indexOf(Math.max(...distances))]!;
}

/** A histogram after its parts have changed colour. @param labs the palette's codebook */
function withParts(natural: Histogram, parts: readonly MovedPart[], labs: readonly Lab[]): Histogram {
  const shares = new Float64Array(labs.length);
  natural.colours.forEach((entry, k) => {
    shares[entry] = natural.shares[k]!;
  });
  for (const part of parts) movePart(shares, part, labs);
  const entries = [...shares.keys()].filter((entry) => Math.round(shares[entry]!) > 0);
  entries.sort((a, b) => shares[b]! - shares[a]! || a - b);
  return {
    colours: Uint8Array.from(entries),
    shares: Uint8Array.from(entries, (entry) => Math.min(WHOLE, Math.round(shares[entry]!))),
  };
}

/** Moves what a part covers from the entries that it has to those nearest to its new colour, in place. */
function movePart(shares: Float64Array, { part, to }: MovedPart, labs: readonly Lab[]): void {
  const { histogram, share } = part;
  const size = share * sum(shares);
  const total = sum(histogram.shares);
  const own = Array.from(histogram.colours, (entry, k) => ({ entry, size: (size * histogram.shares[k]!) / total }));
  const from = meanOf(own.map(({ entry, size: its }) => ({ lab: labs[entry]!, size: its })));
  let left = 0;
  for (const { entry, size: its } of own) {
    const taken = Math.min(its, shares[entry]!);
    shares[entry]! -= taken;
    left += its - taken;
  }
  const rest = sum(shares);
  if (rest > 0) for (let k = 0; k < shares.length; k++) shares[k]! *= Math.max(0, 1 - left / rest);
  for (const { entry, size: its } of own) shares[nearestLab(movedPart(labs[entry]!, from, to), labs)]! += its;
}

function sum(values: Uint8Array | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function meanOf(colours: readonly { lab: Lab; size: number }[]): Lab {
  const whole = colours.reduce((sum, { size }) => sum + size, 0);
  const at = (c: 0 | 1 | 2) => colours.reduce((sum, { lab, size }) => sum + lab[c] * size, 0) / whole;
  return [at(0), at(1), at(2)];
}
