/** A picture that is drawn into: colours of 0–1, three numbers a pixel, within what is solid of it. */
export interface Raster {
  size: number;
  /** Changed in place. */
  colours: Float32Array;
  /** Straight RGBA, for its alpha. */
  rgba: Uint8Array;
}

/** Red, green and blue, 0–1. */
export type Rgb = readonly [number, number, number];

/** A point in pixels. */
export type Point = readonly [x: number, y: number];

/** How far a point is outside a shape, in pixels; negative inside. */
export type Distance = (x: number, y: number) => number;

/** x0, y0, x1, y1 in pixels. */
export type Area = readonly [x0: number, y0: number, x1: number, y1: number];

/** Alpha bytes from this on are of what is drawn, and no edge of it. */
export const OPAQUE = 200;

/** Paints a shape, its edge a pixel soft; what is transparent of the picture stays so. @param area that holds it */
export function paint(raster: Raster, area: Area, distance: Distance, colour: Rgb | ((p: number) => Rgb)): void {
  eachPixel(raster.size, area, (x, y, p) => {
    const share = Math.min(Math.max(0.5 - distance(x, y), 0), 1);
    if (share === 0) return;
    const own = typeof colour === 'function' ? colour(p) : colour;
    for (let c = 0; c < 3; c++) raster.colours[3 * p + c]! += share * (own[c]! - raster.colours[3 * p + c]!);
  });
}

/** Draws a line through points, with round ends. @param width in pixels */
export function stroke(raster: Raster, points: readonly Point[], width: number, colour: Rgb): void {
  const half = width / 2;
  paint(raster, around(points, half + 1), (x, y) => toPath(points, x, y) - half, colour);
}

/** Calls with the middle of each pixel of an area and the pixel's number. */
export function eachPixel(
  size: number,
  [x0, y0, x1, y1]: Area,
  visit: (x: number, y: number, p: number) => void,
): void {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(size, Math.ceil(x1))];
  const [top, bottom] = [Math.max(0, Math.floor(y0)), Math.min(size, Math.ceil(y1))];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) visit(x + 0.5, y + 0.5, y * size + x);
}

/** The box about points, and so much beyond. */
export function around(points: readonly Point[], beyond: number): Area {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs) - beyond, Math.min(...ys) - beyond, Math.max(...xs) + beyond, Math.max(...ys) + beyond];
}

/** Distance from a line through points. */
export function toPath(points: readonly Point[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < points.length; k++) {
    const [[ax, ay], [bx, by]] = [points[k - 1]!, points[k]!];
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / Math.max(dx * dx + dy * dy, 1e-9), 0), 1);
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy));
  }
  return least;
}

/** A disc in pixels. */
export interface Disc {
  at: Point;
  radius: number;
}

/** Distance from two discs and all between them. */
export function toCone(one: Disc, other: Disc, u: number, v: number): number {
  const [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]];
  const along = ((u - one.at[0]) * dx + (v - one.at[1]) * dy) / Math.max(dx * dx + dy * dy, 1e-9);
  const t = Math.min(Math.max(along, 0), 1);
  const radius = one.radius + t * (other.radius - one.radius);
  return Math.hypot(u - one.at[0] - t * dx, v - one.at[1] - t * dy) - radius;
}

/** How far a point is outside a heart about a point. @param radius of about what it covers */
export function heartAt(x0: number, y0: number, radius: number): Distance {
  return (x, y) => {
    // (x² + y² − 1)³ = x² y³, whose left side is about a distance near its zero.
    const [u, v] = [((x - x0) / radius) * 1.15, (-(y - y0) / radius) * 1.15 + 0.1];
    const base = u * u + v * v - 1;
    return (Math.cbrt(base ** 3 - u * u * v ** 3) * radius) / 2;
  };
}

/** How far two colours differ, in the largest of red, green and blue. */
export function apart(one: Rgb, other: Rgb): number {
  return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]));
}

/** The colour of a pixel. */
export function colourAt({ colours }: Raster, p: number): Rgb {
  return [colours[3 * p]!, colours[3 * p + 1]!, colours[3 * p + 2]!];
}

/** The lightness of a colour, 0–1 (luma of Rec. 709). */
export function lumaOf([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
