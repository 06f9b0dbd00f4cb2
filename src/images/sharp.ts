import type { Sharp } from 'sharp';
import { LIMITS, loadCommonJs, type RgbaImage } from '../engine/basics/index.js';

import type { Animation } from './frames.js';
import { enlargeByLanczos } from './lanczos.js';
import { isOfSquares, resizeByNearest } from './squares.js';

const sharp = loadCommonJs('sharp') as typeof import('sharp')['default'];

/** A picture laid over another; `left` and `top` are pixels from the top left corner. */
export interface ImageLayer {
  image: RgbaImage;
  left: number;
  top: number;
}

/** What a PNG file holds: its pixels and, where there is one, its XMP packet. */
export interface DecodedPng {
  image: RgbaImage;
  xmp: string | undefined;
}

/** What a picture file says of itself before a pixel is decoded. */
export interface PictureHeader {
  /** As sharp calls it. */
  format: string | undefined;
  width: number;
  height: number;
}

/** Pictures of ours have some million pixels: a small file that unpacks to gigabytes is none. */
const READING = { limitInputPixels: 4096 * 4096 };

// The denoiser wants the cores; a grid is small enough for one thread, and nothing is read twice.
sharp.concurrency(1);
sharp.cache(false);

/** The same bytes, not a copy, in the form that sharp's types ask for. */
function toBuffer({ data }: RgbaImage): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

function open(image: RgbaImage): Sharp {
  return sharp(toBuffer(image), { raw: { width: image.width, height: image.height, channels: 4 } });
}

async function toRgba(pipeline: Sharp): Promise<RgbaImage> {
  const { data, info } = await pipeline.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

/**
 * A picture at `width` × `height` pixels; one that has this size already stays as it is, to the byte. Lanczos with a
 * window of 3: for sticker art it keeps outlines smooth and crisp, where nearest-neighbour shows steps and softer
 * kernels blur. Colours are weighted by alpha, so that nothing bleeds in from transparent pixels. What is made of
 * squares, as pixel art is, keeps these sharp when it is enlarged.
 */
export async function resize(image: RgbaImage, width: number, height: number): Promise<RgbaImage> {
  if (width === image.width && height === image.height) return image;
  const isEnlarged = width >= image.width && height >= image.height;
  if (isEnlarged) return (isOfSquares(image) ? resizeByNearest : enlargeByLanczos)(image, width, height);
  return toRgba(open(image).resize(width, height, { kernel: 'lanczos3', fit: 'fill' }));
}

/**
 * A picture at `width` × `height` pixels by a cubic kernel: the few pixels of a mosaic flow into each other, and
 * networks see pictures as those of Pillow's `BICUBIC`, which they were trained on.
 */
export function resizeSoftly(image: RgbaImage, width: number, height: number): Promise<RgbaImage> {
  return toRgba(open(image).resize(width, height, { kernel: 'cubic', fit: 'fill' }));
}

/** Draws an SVG document at its own pixel size. It must not contain text: that would need the system's fonts. */
export function rasterise(svg: string): Promise<RgbaImage> {
  return toRgba(sharp(Buffer.from(svg)));
}

/** Lays `layers` over `base` in the order given, alpha-blended; they must lie inside it. */
export function compose(base: RgbaImage, layers: readonly ImageLayer[]): Promise<RgbaImage> {
  return toRgba(
    open(base).composite(
      layers.map(({ image, left, top }) => ({
        input: toBuffer(image),
        raw: { width: image.width, height: image.height, channels: 4 },
        left,
        top,
      })),
    ),
  );
}

/** Encodes as PNG, with `xmp` as its metadata packet when given. */
export function encodePng(image: RgbaImage, xmp?: string): Promise<Buffer> {
  const png = open(image).png({ compressionLevel: 9 });
  return (xmp === undefined ? png : png.withXmp(xmp)).toBuffer();
}

/** Encodes as PNG with a palette of so many colours at most. */
export function encodeIndexed(image: RgbaImage, colours: number): Promise<Buffer> {
  return open(image).png({ palette: true, colours, effort: 4, dither: 0.6, compressionLevel: 1 }).toBuffer();
}

/** Pixels of a picture as large as it is wide, smoothly and quickly, for frames. */
export function shrinkOrGrow(image: RgbaImage, side: number): Promise<RgbaImage> {
  return toRgba(open(image).resize(side, side, { kernel: 'lanczos3', fit: 'fill' }));
}

/** Frames of one size below each other, as sharp takes what moves. */
function openFrames({ frames }: Animation): Sharp {
  const { width, height } = frames[0]!;
  const data = Buffer.concat(frames.map((frame) => frame.data));
  return sharp(data, { raw: { width, height: height * frames.length, channels: 4, pageHeight: height } });
}

/** Encodes as a GIF that loops for ever, with so many colours at most; what is half transparent is not. */
export function encodeGif(animation: Animation, colours: number): Promise<Buffer> {
  const delay = animation.frames.map(() => animation.frameMs);
  return openFrames(animation).gif({ loop: 0, delay, colours, effort: 4, dither: 0.4 }).toBuffer();
}

/** Encodes as an animated WebP that loses nothing. */
export function encodeMovingWebp(animation: Animation): Promise<Buffer> {
  const delay = animation.frames.map(() => animation.frameMs);
  return openFrames(animation).webp({ lossless: true, loop: 0, delay, effort: 2, exact: true }).toBuffer();
}

/** All frames of a moving picture; see `decodePng` for what it throws. */
export async function decodeFrames(file: Uint8Array): Promise<{ frames: RgbaImage[]; frameMs: number }> {
  const source = sharp(file, { ...READING, animated: true });
  const { pages = 1, delay = [] } = await source.metadata();
  const { width, height, data } = await toRgba(source);
  const side = height / pages;
  const bytes = width * side * 4;
  const frames = Array.from({ length: pages }, (_, k) => {
    return { width, height: side, data: data.subarray(k * bytes, (k + 1) * bytes) };
  });
  return { frames, frameMs: delay[0] ?? 0 };
}

/**
 * Encodes as WebP that looks like the picture and takes a tenth of its PNG; for pages, not for what people are handed.
 */
export function encodeWebp(image: RgbaImage): Promise<Buffer> {
  return open(image).webp({ quality: 88, effort: 6 }).toBuffer();
}

/** A PNG of ours as JPEG or WebP that looks the same, with its XMP packet. */
export function encodeAs(png: Uint8Array, format: 'jpeg' | 'webp'): Promise<Buffer> {
  const picture = sharp(png, READING).keepXmp();
  const written =
    format === 'jpeg'
      ? picture.flatten({ background: '#fff' }).jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      : picture.webp({ quality: 92, effort: 6 });
  return written.toBuffer();
}

/**
 * The XMP packet of a picture file, by its header alone: no pixel is decoded. Throws sharp's own error for what is no
 * picture.
 */
export async function readXmp(file: Uint8Array): Promise<string | undefined> {
  const { xmp } = await sharp(file, { limitInputPixels: false }).metadata();
  return xmp?.toString('utf8');
}

/**
 * Decodes a picture file (PNG, and whatever else sharp reads); throws sharp's own error when it cannot, or has more
 * than 16 million pixels.
 */
export async function decodePng(file: Uint8Array): Promise<DecodedPng> {
  const source = sharp(file, READING);
  const { xmp } = await source.metadata();
  return { image: await toRgba(source), xmp: xmp?.toString('utf8') };
}

/** Reads a stranger's file: nothing but the first picture in it, as it was meant to stand, as soon as it is sound. */
const STRANGERS = { failOn: 'error', pages: 1, limitInputPixels: LIMITS.ownPicture.pixels } as const;
/** In seconds, of the decoding of a stranger's file. */
const PATIENCE = { seconds: 10 };

/** What a stranger's file says of itself; no pixel is decoded. Throws sharp's own error for what it cannot read. */
export async function readHeader(file: Uint8Array): Promise<PictureHeader> {
  const { format, width, height } = await sharp(file, { ...STRANGERS, limitInputPixels: false }).metadata();
  return { format, width, height };
}

/**
 * Decodes a stranger's file to straight RGBA in sRGB, turned upright, the first picture of several, without whatever
 * else the file holds. Throws sharp's own error when it is damaged, breaks off or takes longer than 10 seconds.
 * @param most pixels of its longer side; a larger one is made smaller
 */
export async function decodeStrange(file: Uint8Array, most: number): Promise<RgbaImage> {
  const upright = sharp(file, STRANGERS).timeout(PATIENCE).autoOrient();
  const { data, info } = await upright
    .resize(most, most, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
