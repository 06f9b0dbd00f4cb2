import type { Swatch } from '../../latents/index.js';
import type { Manifest } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Layer } from '../layout/index.js';
import { type ColourFit, createColourFitter } from './colour-fit.js';
import { createPaletteMeasure } from './measured-palette.js';
import { createPartColours, type Drawn } from './part-colours.js';
import { createPatternPaint } from './pattern.js';
import type { Recolouring } from './recolour.js';

/** The colours that the pictures of one draft are shown in. */
export interface Colouring {
  /** What was measured of the pictures, without the palette that somebody chose. */
  natural: Swatch[];
  /** How well the things show the palette chosen for them, 0–1 (`paletteShown`); 1 where none was chosen. */
  shown: number;
  /** What a description calls the colours of a thing: at most two names, the commonest first. */
  namesOf(drawn: Drawn): readonly string[];
  /** What is changed of the colours of a layer's picture in its paint, one after another. */
  recolouringsOf(layer: Layer): readonly Recolouring[];
}

const AS_THEY_ARE: ColourFit = { of: () => undefined, shown: 1 };

/**
 * Colours drafts of a bundle's memory.
 *
 * @returns the colours of what is painted, from layers and the palette that somebody chose; undefined where nobody did
 */
export function createColouring(
  { tables, palette: { colours: codebook } }: Pick<Manifest, 'tables' | 'palette'>,
  artwork: Artwork,
): (layers: readonly Layer[], chosen: readonly Swatch[] | undefined) => Colouring {
  const patternPaint = createPatternPaint(tables);
  const partColours = createPartColours(tables, codebook, artwork);
  const paletteOf = createPaletteMeasure(codebook, artwork, partColours.histogramOf);
  const fitColours = createColourFitter(tables, codebook, artwork, partColours.histogramOf);
  return (layers, chosen) => {
    const natural = paletteOf(layers);
    const isFitted = chosen !== undefined && !isSamePalette(chosen, natural);
    const fit = isFitted ? fitColours(layers, chosen, natural) : AS_THEY_ARE;
    return {
      natural,
      shown: fit.shown,
      namesOf: (drawn) => fit.of(drawn)?.names ?? partColours.namesOf(drawn),
      recolouringsOf(layer) {
        const fitted = layer.role === 'thing' || layer.role === 'paw' ? fit.of(layer) : undefined;
        const pattern = layer.pattern ? [patternPaint(layer.pattern, artwork.isFaceless(layer.picture))] : [];
        return [...partColours.recolouringsOf(layer), ...(fitted ? [fitted.recolouring] : []), ...pattern];
      },
    };
  };
}

function isSamePalette(a: readonly Swatch[], b: readonly Swatch[]): boolean {
  const text = (palette: readonly Swatch[]) => palette.map(({ colour, share }) => `${colour.toLowerCase()} ${share}`);
  return text(a).join() === text(b).join();
}
