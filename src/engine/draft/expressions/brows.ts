import type { Surroundings } from './inpaint.js';
import { apart, colourAt, eachPixel, type Raster } from './raster.js';
import type { Socket } from './sockets.js';

/** Where brows are, in parts of an eye's half sizes: to both sides, and above it. */
const [ASIDE, NEAREST, FURTHEST] = [2.4, 1, 4.5];
/** So different from what is about the eye is something drawn there. */
const DRAWN = 0.1;

/** Takes away the brow above an eye, where there is one by itself in its place, so that another can be drawn. */
export function browsAbove(raster: Raster, socket: Socket, { skin }: Surroundings): void {
  const size = Math.max(socket.across, socket.down);
  const [left, right] = [socket.x - ASIDE * size, socket.x + ASIDE * size];
  const [top, bottom] = [socket.y - FURTHEST * size, socket.y - NEAREST * socket.down];
  const marked = new Set<number>();
  eachPixel(raster.size, [left, top, right, bottom], (_x, _y, p) => {
    if (apart(colourAt(raster, p), skin) > DRAWN) marked.add(p);
  });
  while (marked.size > 0) {
    const piece = pieceOf(marked, raster.size);
    const xs = piece.map((p) => p % raster.size);
    const ys = piece.map((p) => Math.floor(p / raster.size));
    const isWhole =
      Math.min(...xs) > left + 0.5 &&
      Math.max(...xs) < right - 1.5 &&
      Math.min(...ys) > top + 0.5 &&
      Math.max(...ys) < bottom - 1;
    if (!isWhole) continue;
    for (const p of piece) raster.colours.set(skin, 3 * p);
  }
}

/** Takes out of marked pixels those that hang together with the first. */
function pieceOf(marked: Set<number>, size: number): number[] {
  const [first] = marked;
  const piece = [first!];
  marked.delete(first!);
  for (const p of piece) {
    for (const near of [p - 1, p + 1, p - size, p + size, p - size - 1, p - size + 1, p + size - 1, p + size + 1]) {
      if (marked.delete(near)) piece.push(near);
    }
  }
  return piece;
}
