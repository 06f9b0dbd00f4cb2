import type { Blob, Box, LatentKind, Latents, Swatch } from '../../engine/latents/index.js';

/** Kinds that people can write by hand, in canonical order; visual tokens mean nothing to a reader. */
export const EDITABLE_KINDS: readonly LatentKind[] = ['description', 'boxes', 'blobs', 'palette'];

/**
 * A latent as people write it, to be edited: what the kind's `parsePin` reads as the same value. Empty when there is none.
 * @param side of the bundle's pictures, whose pixels lengths are written in
 */
export function editableText(kind: LatentKind, latents: Latents, side: number): string {
  switch (kind) {
    case 'description':
      return (latents.description ?? '').replace(/ ,/g, ',');
    case 'boxes':
      return (latents.boxes ?? []).map((box) => boxText(box, side)).join(';\n');
    case 'blobs':
      return (latents.blobs ?? []).map((blob) => blobText(blob, side)).join(';\n');
    case 'palette':
      return paletteText(latents.palette ?? []);
    case 'tokens':
      return (latents.tokens ?? []).join(',');
  }
}

function boxText({ label, x0, y0, x1, y1 }: Box, side: number): string {
  return `${label || ':'} ${[x0, y0, x1, y1].map((length) => rounded(length * side)).join(',')}`;
}

function blobText({ x, y, major, minor, angle }: Blob, side: number): string {
  return [...[x, y, major, minor].map((length) => rounded(length * side)), rounded(angle)].join(',');
}

/** Sampled shares are rounded to coarse steps and may add up to more than the whole, which nobody may write. */
function paletteText(palette: readonly Swatch[]): string {
  const sum = palette.reduce((total, { share }) => total + share, 0);
  const scale = Math.min(1, 1 / sum);
  return palette.map(({ colour, share }) => `${colour} ${Math.floor(share * scale * 1000) / 10}%`).join(', ');
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
