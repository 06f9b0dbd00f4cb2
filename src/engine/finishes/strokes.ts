import type { RgbaImage } from '../basics/index.js';

/** sRGB, 0–255 */
export type Colour = readonly [red: number, green: number, blue: number];

/** A line with round ends over a picture; where both ends are one point, a dot. All in parts of the side. */
export interface Stroke {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  thick: number;
  colour: Colour;
  alpha: number;
  /** Of its half thickness, how much fades out; a pixel where absent. */
  soft?: number;
  /** Whether it lies behind what is solid. */
  isBehind?: boolean;
}

/** Most of a picture is solid where it shows a place. */
const ALL = 0.85;

/** Whether a picture is of a place, and nothing in it free. */
export function isAllSolid({ data }: RgbaImage): boolean {
  let solid = 0;
  for (let at = 3; at < data.length; at += 4) solid += data[at]!;
  return solid > (ALL * 255 * data.length) / 4;
}

/** The picture with strokes over it, the last on top. */
export function stroked(image: RgbaImage, strokes: readonly Stroke[]): RgbaImage {
  const drawn = { ...image, data: image.data.slice() };
  for (const stroke of strokes) draw(drawn, stroke);
  return drawn;
}

/** Over what is there, with soft edges a pixel wide. */
function draw({ data, width, height }: RgbaImage, stroke: Stroke): void {
  const { x0, y0, x1, y1, thick, colour, alpha, soft, isBehind } = stroke;
  const [ax, ay, bx, by] = [x0 * width, y0 * height, x1 * width, y1 * height];
  const half = (thick * width) / 2;
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  for (let y = Math.max(0, Math.floor(Math.min(ay, by) - half - 1)); y < height && y <= Math.max(ay, by) + half; y++) {
    for (let x = Math.max(0, Math.floor(Math.min(ax, bx) - half - 1)); x < width && x <= Math.max(ax, bx) + half; x++) {
      const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
      const t = long === 0 ? 0 : Math.min(Math.max((px * dx + py * dy) / long, 0), 1);
      const inward = half + 0.5 - Math.hypot(px - t * dx, py - t * dy);
      const covered = Math.min(Math.max(inward / (soft === undefined ? 1 : soft * half), 0), 1) * alpha;
      if (covered > 0) lay(data, 4 * (y * width + x), colour, covered, isBehind === true);
    }
  }
}

function lay(data: RgbaImage['data'], at: number, colour: Colour, covered: number, isBehind: boolean): void {
  const solid = data[at + 3]! / 255;
  const part = isBehind ? covered * (1 - solid) : covered;
  const own = isBehind ? solid : solid * (1 - part);
  const whole = own + part;
  if (whole === 0) return;
  for (let c = 0; c < 3; c++) data[at + c] = Math.round((own * data[at + c]! + part * colour[c]!) / whole);
  data[at + 3] = Math.round(255 * whole);
}
