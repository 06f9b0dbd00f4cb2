export { LATENT_KINDS, type LatentKind } from '../basics/index.js';

/** A labelled rectangle; coordinates are fractions (0–1) of the canvas side, y pointing down, x0 < x1, y0 < y1. */
export interface Box {
  label: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** An ellipse; centre and radii are fractions of the canvas side, `angle` is in degrees, [0, 180), from the x axis towards y (down). */
export interface Blob {
  x: number;
  y: number;
  major: number;
  minor: number;
  angle: number;
}

/** One colour of the palette: `#rrggbb` and its share (0–1] of the opaque pixels. */
export interface Swatch {
  colour: string;
  share: number;
}

/** One value per latent kind; a kind that was neither sampled nor given is absent. */
export interface Latents {
  description?: string;
  boxes?: Box[];
  blobs?: Blob[];
  palette?: Swatch[];
  /** Codebook indices of the `codebook.grid`² cells, row by row. */
  tokens?: number[];
}
