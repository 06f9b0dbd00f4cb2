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

/** Inter comes in parts; those of other scripts are read when a character is not in those before. */
const PARTS = [
  import.meta.resolve('@fontsource/inter/files/inter-latin-600-normal.woff'),
  import.meta.resolve('@fontsource/inter/files/inter-latin-ext-600-normal.woff'),
  import.meta.resolve('@fontsource/inter/files/inter-cyrillic-600-normal.woff'),
  import.meta.resolve('@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff'),
  import.meta.resolve('@fontsource/inter/files/inter-greek-600-normal.woff'),
  import.meta.resolve('@fontsource/inter/files/inter-greek-ext-600-normal.woff'),
  import.meta.resolve('@fontsource/inter/files/inter-vietnamese-600-normal.woff'),
] as const;

const fonts = new Map<string, Font>();

/** The font ships with the package: a server often has none, and a grid must look the same everywhere. */
function inter(part: string): Font {
  const known = fonts.get(part);
  if (known) return known;
  const file = readFileSync(fileURLToPath(part));
  const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
  fonts.set(part, font);
  return font;
}

/** The part of the font that has a character; undefined where none has. */
function fontOf(character: string): Font | undefined {
  for (const part of PARTS) {
    const font = inter(part);
    if (font.charToGlyphIndex(character) !== 0) return font;
  }
  return undefined;
}

/** Text without the characters that the font has not: emoji, Japanese, Arabic. */
export function writable(text: string): string {
  return [...text].filter((character) => fontOf(character) !== undefined).join('');
}

/**
 * Turns text into outlines in Inter semi-bold, `size` pixels to the em. Characters outside Latin, Cyrillic and Greek
 * come out as the font's empty box. Set glyph by glyph, without kerning and ligatures, which labels of a few letters do
 * without.
 */
export function letter(text: string, size: number): Lettering {
  let width = 0;
  let path = '';
  for (const character of text) {
    const face = fontOf(character) ?? inter(PARTS[0]);
    const scale = size / face.unitsPerEm;
    const glyph = face.charToGlyph(character);
    path += glyph.getPath(width, 0, size).toPathData(2);
    width += (glyph.advanceWidth ?? face.unitsPerEm / 2) * scale;
  }
  return { path, width };
}
