import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Font } from 'opentype.js';
import { loadCommonJs } from '../engine/basics/index.js';

const opentype = loadCommonJs('opentype.js') as typeof import('opentype.js');

/** A run of text as outlines. */
export interface Lettering {
  /** SVG path data, its baseline starting at (0, 0). */
  path: string;
  /** Advance width in pixels. */
  width: number;
}

let font: Font | undefined;

/** The font ships with the package: a server often has none, and a grid must look the same everywhere. */
function inter(): Font {
  if (font === undefined) {
    const file = readFileSync(
      fileURLToPath(import.meta.resolve('@fontsource/inter/files/inter-latin-600-normal.woff')),
    );
    font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  }
  return font;
}

/**
 * Turns text into outlines in Inter semi-bold, `size` pixels to the em. Characters outside Latin come out as the font's
 * empty box. Set glyph by glyph, without kerning and ligatures, which labels of a few letters do without.
 */
export function letter(text: string, size: number): Lettering {
  const face = inter();
  const scale = size / face.unitsPerEm;
  let width = 0;
  let path = '';
  for (const character of text) {
    const glyph = face.charToGlyph(character);
    path += glyph.getPath(width, 0, size).toPathData(2);
    width += (glyph.advanceWidth ?? face.unitsPerEm / 2) * scale;
  }
  return { path, width };
}
