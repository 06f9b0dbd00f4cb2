import { createRecent, labDistance, labOf } from '../../basics/index.js';
import type { Swatch } from '../../latents/index.js';
import type { Tables } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Layer } from '../layout/index.js';
import { type ColourArea, colourAreas, createColourNamer } from './colour-areas.js';
import { replaceColours, replacements } from './edited-palette.js';
import { type FittedPicture, fitPalette } from './fit-palette.js';
import type { Drawn, PartColours } from './part-colours.js';
import { type Recolouring, recolouring, type ShadeMove } from './recolour.js';

/** Pictures whose areas are kept: as many as candidates of a plan have. */
const KEPT = 256;

/** A picture in new colours. */
export interface FittedColours {
  recolouring: Recolouring;
  /** What a description calls them, as `Artwork.coloursOf` does. */
  names: readonly string[];
}

/** New colours for the pictures of layers. */
export interface ColourFit {
  /** Undefined for a layer whose colours stay. */
  of(layer: Drawn): FittedColours | undefined;
  /** How well all of them show the palette, 0–1, as `paletteShown` has it. */
  shown: number;
}

/**
 * Fits the colours of a draft's things to palettes; faces of moods, and marks, stay as they are drawn. A palette that
 * is an edit of what the draft has by itself changes the colours that were edited, and no others.
 */
export function createColourFitter(
  tables: Tables,
  codebook: readonly string[],
  artwork: Artwork,
  histogramOf: PartColours['histogramOf'],
): (layers: readonly Layer[], palette: readonly Swatch[], natural: readonly Swatch[]) => ColourFit {
  const labs = codebook.map(labOf);
  const namesOf = createColourNamer(tables.colours);
  const codes = new Set(Object.values(tables.colours).flat());
  const isNamed = ([first, other]: readonly Swatch[]) => other === undefined && codes.has(first?.colour ?? '');
  const recent = createRecent<string, readonly ColourArea[]>(KEPT);
  const areasOf = (layer: Drawn) => recent.get(keyOf(layer), () => colourAreas(histogramOf(layer), labs));
  return (layers, palette, natural) => {
    // A picture that is there twice is coloured once.
    const pictures = new Map<string, { areas: readonly ColourArea[]; size: number }>();
    for (const layer of layers) {
      if (layer.role !== 'thing') continue;
      const { picture, frame } = layer;
      const size = artwork.areaOf(picture) * Math.abs(frame.xx * frame.yy - frame.xy * frame.yx);
      const known = pictures.get(keyOf(layer));
      if (known) known.size += size;
      else pictures.set(keyOf(layer), { areas: areasOf(layer), size });
    }
    const all = [...pictures.values()];
    const replaced = replacements(natural, palette);
    const moves = replaced ? replaceColours(all, replaced) : fitPalette(all, palette, isNamed(palette));
    const fitted = new Map([...pictures].map(([key, { areas }], k) => [key, coloured(areas, moves[k]!)]));
    return { of: (layer) => fitted.get(keyOf(layer)), shown: paletteShown(all, moves, palette) };
  };

  function coloured(
    areas: readonly ColourArea[],
    moves: readonly (ShadeMove | undefined)[],
  ): FittedColours | undefined {
    if (moves.every((move) => move === undefined)) return undefined;
    const shown = areas.map(({ lab, share }, k) => ({ lab: moves[k]?.to ?? lab, share }));
    return { recolouring: recolouring(areas, moves), names: namesOf(shown) };
  }
}

function keyOf({ picture, paint, parts }: Drawn): string {
  return JSON.stringify([picture, paint, parts]);
}

/** An area further than this from all of a palette's colours shows none of them. */
const NEAR = 0.1;

/**
 * How well fitted pictures show a palette, 0–1: 1 where its colours have the shares asked for, a half where one of two
 * equal shares takes all, less where areas stay out of it.
 * @param moves where each area moves, as `fitPalette` has it
 */
export function paletteShown(
  pictures: readonly FittedPicture[],
  moves: readonly (readonly (ShadeMove | undefined)[])[],
  palette: readonly Swatch[],
): number {
  const colours = palette.map(({ colour }) => labOf(colour));
  const whole = palette.reduce((sum, { share }) => sum + share, 0);
  const shown = palette.map(() => 0);
  let total = 0;
  for (const [picture, { areas, size }] of pictures.entries()) {
    for (const [k, area] of areas.entries()) {
      const move = moves[picture]![k];
      const lab = move?.of ?? move?.to ?? area.lab;
      const distances = colours.map((colour) => labDistance(colour, lab));
      const nearest = Math.min(...distances);
      if (nearest < NEAR) shown[distances.indexOf(nearest)]! += area.share * size;
      total += area.share * size;
    }
  }
  return palette.reduce((sum, { share }, k) => sum + Math.min(share / whole, shown[k]! / total), 0);
}
