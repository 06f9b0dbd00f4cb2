import type { RgbaImage } from '../../engine/basics/index.js';

/** Colours that are no further apart, 0–255 in each of red, green and blue, are one, be they ever so compressed. */
const ONE_COLOUR = 26;
/** Part of the border that must be of one colour. */
const NEARLY_ALL = 0.92;
/** What is left of a picture is its subject if it is at least this part of it. */
const SOMETHING = 0.01;
/** Pixels along the ground whose colours are mixed with it. */
const MIXED = 2;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * An opaque picture without its ground: what is of the border's colour and hangs together with it is transparent, and
 * what is mixed with it partly so. Undefined where the border is of several colours, or nothing else is in the picture.
 */
export function floodGround(image: RgbaImage): RgbaImage | undefined {
  const border = [...borderOf(image)];
  const ground = medianOf(image, border);
  const isGround = (pixel: number) => apart(image, pixel, ground) <= ONE_COLOUR;
  if (border.filter(isGround).length < NEARLY_ALL * border.length) return undefined;
  const flooded = flood(image, border.filter(isGround), isGround);
  const left = flooded.reduce((sum, is) => sum + 1 - is, 0);
  if (left < SOMETHING * flooded.length) return undefined;
  return withoutGround(image, flooded, ground);
}

/** Numbers of the pixels at the edge. */
function* borderOf({ width, height }: RgbaImage): Iterable<number> {
  for (let x = 0; x < width; x++) {
    yield x;
    if (height > 1) yield (height - 1) * width + x;
  }
  for (let y = 1; y < height - 1; y++) {
    yield y * width;
    if (width > 1) yield (y + 1) * width - 1;
  }
}

function medianOf({ data }: RgbaImage, pixels: readonly number[]): Colour {
  const channel = (c: number) => {
    const values = Uint8Array.from(pixels, (pixel) => data[4 * pixel + c]!).sort();
    return values[values.length >> 1]!;
  };
  return [channel(0), channel(1), channel(2)];
}

/** How far a pixel's colour is from another one: in that of red, green and blue in which it is furthest. */
function apart({ data }: RgbaImage, pixel: number, [red, green, blue]: Colour): number {
  const at = 4 * pixel;
  return Math.max(Math.abs(data[at]! - red), Math.abs(data[at + 1]! - green), Math.abs(data[at + 2]! - blue));
}

/** 1 for each pixel that is reached from the first ones through others like them. */
function flood({ width, height }: RgbaImage, from: readonly number[], isGround: (pixel: number) => boolean) {
  const flooded = new Uint8Array(width * height);
  const waiting: number[] = [];
  const reach = (pixel: number) => {
    if (flooded[pixel] || !isGround(pixel)) return;
    flooded[pixel] = 1;
    waiting.push(pixel);
  };
  from.forEach(reach);
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    const x = pixel % width;
    if (x > 0) reach(pixel - 1);
    if (x < width - 1) reach(pixel + 1);
    if (pixel >= width) reach(pixel - width);
    if (pixel < (height - 1) * width) reach(pixel + width);
  }
  return flooded;
}

/** What is flooded gone, and the pixels along it told from what of the ground is mixed into them. */
function withoutGround(image: RgbaImage, flooded: Uint8Array, ground: Colour): RgbaImage {
  const { width, height } = image;
  const data = image.data.slice();
  for (let pixel = 0; pixel < flooded.length; pixel++) {
    if (flooded[pixel]) {
      data.fill(0, 4 * pixel, 4 * pixel + 4);
      continue;
    }
    if (!isAtGround(flooded, pixel, width)) continue;
    const about = [...pixelsAbout(pixel, width, height)];
    const own = apart(image, pixel, ground);
    const furthest = Math.max(own, ...about.map((other) => (flooded[other] ? 0 : apart(image, other, ground))));
    const alpha = furthest > 0 ? own / furthest : 1;
    for (let c = 0; c < 3; c++) {
      const unmixed = ground[c]! + (image.data[4 * pixel + c]! - ground[c]!) / Math.max(alpha, 1 / 255);
      data[4 * pixel + c] = Math.round(Math.min(Math.max(unmixed, 0), 255));
    }
    data[4 * pixel + 3] = Math.round(255 * alpha);
  }
  return { width, height, data };
}

/** Whether the ground is so near that its colour may be mixed in. */
function isAtGround(flooded: Uint8Array, pixel: number, width: number): boolean {
  const x = pixel % width;
  const [left, right] = [Math.max(-MIXED, -x), Math.min(MIXED, width - 1 - x)];
  for (let row = -MIXED; row <= MIXED; row++) {
    // Beyond the picture there is undefined, which is no ground.
    for (let k = left; k <= right; k++) if (flooded[pixel + row * width + k] === 1) return true;
  }
  return false;
}

function* pixelsAbout(pixel: number, width: number, height: number): Iterable<number> {
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  for (let v = Math.max(y - MIXED, 0); v <= Math.min(y + MIXED, height - 1); v++) {
    for (let u = Math.max(x - MIXED, 0); u <= Math.min(x + MIXED, width - 1); u++) yield v * width + u;
  }
}
