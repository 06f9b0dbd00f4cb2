import type { RgbaImage } from '../engine/basics/index.js';

/** What an outline looks like. */
export interface OutlineLine {
  /** In pixels; the subject should be at least as far from the picture's sides. */
  width: number;
  /** Grey level, 0–255. */
  grey: number;
  /** 0–1 */
  opacity: number;
}

/**
 * Outlines of everything visible, one outside the other; the subject lies over them unchanged. White and then a hint of
 * grey, as on a die-cut sticker, keep dark subjects apart from dark chats and pale ones from white chats.
 */
export function outline(image: RgbaImage, lines: readonly OutlineLine[]): RgbaImage {
  return lines.reduce(drawLine, image);
}

function drawLine({ width: columns, height: rows, data }: RgbaImage, line: OutlineLine): RgbaImage {
  const brush = brushOf(line.width);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let cover = 0;
      // Nothing shows from under an opaque pixel.
      const around = data[(y * columns + x) * 4 + 3] === 255 ? [] : brush;
      for (const { dx, dy, share } of around) {
        const u = x + dx;
        const v = y + dy;
        if (u < 0 || v < 0 || u >= columns || v >= rows) continue;
        cover = Math.max(cover, share * solid(data[(v * columns + u) * 4 + 3]!));
        if (cover === 1) break;
      }
      over(data, cover * line.opacity, line.grey, out, (y * columns + x) * 4);
    }
  }
  return { width: columns, height: rows, data: out };
}

/** Share of the line that a pixel of the subject throws: haze throws none, or it would grow into a cloud. */
function solid(alpha: number): number {
  return Math.min(1, Math.max(0, (alpha / 255 - 0.25) * 2));
}

/** Offsets of a disc with a soft edge. */
function brushOf(radius: number): { dx: number; dy: number; share: number }[] {
  const reach = Math.ceil(radius);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, k) => k - reach);
  return offsets
    .flatMap((dy) =>
      offsets.map((dx) => ({ dx, dy, share: Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy))) })),
    )
    .filter(({ share }) => share > 0);
}

/** Writes a pixel of the subject laid over the line, which covers it by `cover` (0–1), straight alpha. */
function over(subject: Uint8Array, cover: number, grey: number, out: Uint8Array, at: number): void {
  const alpha = subject[at + 3]! / 255;
  const beneath = cover * (1 - alpha);
  const total = alpha + beneath;
  if (total === 0) return;
  for (let channel = 0; channel < 3; channel++) {
    out[at + channel] = Math.round((subject[at + channel]! * alpha + grey * beneath) / total);
  }
  out[at + 3] = Math.round(total * 255);
}
