import { createRecent, labPixels, ownValue, type RgbaImage, toSrgb } from '../basics/index.js';
import type { Tables } from '../manifest/index.js';
import type { Artwork, Pictures } from '../memory/index.js';
import { drawBody, lookOfBody, type PosedBody } from './bodies/index.js';
import { createRepaint, type Recolouring } from './colours/index.js';
import type { Texture } from './compose.js';
import { drawExpression, type Face, type Raster, type Rgb } from './expressions/index.js';
import { drawGivenFace, drawHouse, type GivenFace, type HouseFront } from './faces/index.js';
import {
  commonestOf,
  drawMark,
  drawPaw,
  furOf,
  isBodily,
  type Manner,
  type MarkShape,
  type Paw,
} from './paws/index.js';

/** Textures that are kept: 5 MB at 128 px. */
const KEPT = 64;

/** Styles that are drawn within lines, or in light and shade. */
const MANNERS: Readonly<Record<string, Manner>> = { outline: 'lines', '3d': 'shade', shaded: 'shade', blob: 'shade' };
type PawedArtwork = Pick<Artwork, 'boxOf' | 'isAnimal' | 'styleOf' | 'slugOf'>;
const mannerOf = (picture: number, artwork: Pick<Artwork, 'styleOf'>): Manner =>
  ownValue(MANNERS, artwork.styleOf(picture)) ?? 'plain';
/** Of a picture that is nowhere solid. */
const PALE = [0.9, 0.9, 0.9] as const;
/** Where glasses show the colour of their frame, in parts of their tight box. */
const FRAME = { x0: 0, x1: 0.07, y0: 0, y1: 0.6 } as const;

/** What is drawn into a face of its own, the face that what has none is given, or a door and windows. */
type AnyFace = Face | GivenFace | HouseFront;

/** Makes textures of a memory's pictures, in their paints. */
export interface Textures {
  /**
   * @param recolourings of the picture in its paint, one after another
   * @param face what is drawn over its own in these colours, or the one that it is given
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  of(picture: number, paint: number, recolourings?: readonly Recolouring[], face?: AnyFace): Promise<Texture>;
  /**
   * A paw of who is shown by a picture, in its commonest colour and the manner of its style.
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  pawOf(picture: number, paint: number, recolourings: readonly Recolouring[]): Promise<Texture>;
  /**
   * A mark that is drawn between things, in the manner of a picture's style, or that is a part of what this shows.
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  markOf(shape: MarkShape, picture: number, paint: number, recolourings: readonly Recolouring[]): Promise<Texture>;
  /**
   * A body of who is shown by a picture, in its colours and the manner of its style.
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  bodyOf(picture: number, paint: number, recolourings: readonly Recolouring[], body: PosedBody): Promise<Texture>;
  /**
   * The picture as drawn, with the rim of `layouts.mood`; undefined where the tables have none.
   * @throws EngineError `bundle_invalid` where the picture cannot be read
   */
  haloed(picture: number): Promise<Texture> | undefined;
}

export function createTextures(pictures: Pictures, tables: Tables, artwork: PawedArtwork): Textures {
  const coloured = colouredBy(createRepaint(tables));
  const recent = createRecent<string, Promise<Texture>>(KEPT);
  const make = async (picture: number, paint: number, recolourings: readonly Recolouring[], face?: AnyFace) => {
    const image = await pictures.read(picture);
    const colours = coloured(image, picture, paint, recolourings);
    if (face) drawFace({ size: image.width, colours, rgba: image.data }, face);
    return textureOf(image.data, colours, image.width);
  };
  const keep = (key: string, start: () => Promise<Texture>): Promise<Texture> =>
    recent.get(key, () => {
      const texture = start();
      texture.catch(() => recent.forget(key));
      return texture;
    });
  /** What goes with a picture, and is drawn in its colours. */
  const grown = (
    what: string,
    picture: number,
    paint: number,
    recolourings: readonly Recolouring[],
    draw: (image: RgbaImage, colours: Float32Array) => Texture,
  ) =>
    keep([what, picture, paint, ...recolourings.map(({ key }) => key)].join('/'), async () => {
      const image = await pictures.read(picture);
      return draw(image, coloured(image, picture, paint, recolourings));
    });
  return {
    of: (picture, paint, recolourings = [], face) =>
      keep([picture, paint, ...recolourings.map(({ key }) => key), ...keyOfFace(face)].join('/'), () =>
        make(picture, paint, recolourings, face),
      ),
    pawOf: (picture, paint, recolourings) =>
      grown('paw', picture, paint, recolourings, (image, colours) => pawTexture(image, colours, picture, artwork)),
    markOf: (shape, picture, paint, recolourings) =>
      isOfPicture(shape)
        ? grown(shape, picture, paint, recolourings, (image, colours) =>
            ownMarkTexture(shape, image, colours, picture, artwork),
          )
        : keep(`${shape}/${artwork.styleOf(picture)}`, async () => markTexture(shape, picture, artwork)),
    bodyOf: (picture, paint, recolourings, { isMirrored: _, ...body }) =>
      grown(JSON.stringify(body), picture, paint, recolourings, (image, colours) =>
        bodyTexture(image, colours, picture, body, artwork),
      ),
    haloed(picture) {
      const { rim } = tables.layouts.mood;
      return rim && keep(`${picture}/halo`, async () => textureOfImage(haloed(await pictures.read(picture), rim)));
    },
  };
}

const keyOfFace = (face: AnyFace | undefined): string[] =>
  face ? ['mood' in face || 'isHouse' in face ? JSON.stringify(face) : `${face.expression} ${face.line}`] : [];

/** The colours of a picture in a paint, and then recoloured; as `unit` has them. */
function colouredBy(repaint: ReturnType<typeof createRepaint>) {
  return (image: RgbaImage, picture: number, paint: number, recolourings: readonly Recolouring[]): Float32Array => {
    if (paint === 0 && recolourings.length === 0) return unit(image.data);
    const labs = labPixels(image);
    if (paint > 0) repaint(labs, image, picture, paint);
    for (const recolouring of recolourings) recolouring.apply(labs, image);
    return srgb(labs, image.data);
  };
}

function drawFace(raster: Raster, face: AnyFace): void {
  if ('isHouse' in face) drawHouse(raster, face);
  else if ('mood' in face) drawGivenFace(raster, face);
  else drawExpression(raster, face);
}

/** Whose paws are as dark as their ears, and where the left one of those is, in parts of the tight box. */
const DARK_PAWED = /:(?:panda(?:-face)?|1f43c)$/;
const EAR = { x0: 0, x1: 0.26, y0: 0, y1: 0.22 } as const;

function pawTexture(
  { data, width }: RgbaImage,
  colours: Float32Array,
  picture: number,
  artwork: PawedArtwork,
): Texture {
  const [raster, box] = [{ size: width, colours, rgba: data }, artwork.boxOf(picture)];
  const fur = DARK_PAWED.test(artwork.slugOf(picture))
    ? commonestOf(raster, box, EAR)
    : furOf(raster, box, artwork.isAnimal(picture));
  return textureOfDrawn(drawPaw(fur ?? PALE, mannerOf(picture, artwork)));
}

function bodyTexture(
  { data, width }: RgbaImage,
  colours: Float32Array,
  picture: number,
  body: PosedBody,
  artwork: PawedArtwork,
): Texture {
  const look = lookOfBody({ size: width, colours, rgba: data }, artwork.boxOf(picture), body);
  return textureOfDrawn(drawBody(body, look, mannerOf(picture, artwork)));
}

const markTexture = (shape: MarkShape, picture: number, artwork: PawedArtwork, own?: Rgb): Texture =>
  textureOfDrawn(drawMark(shape, mannerOf(picture, artwork), own));

/** Whether a mark is in colours of the picture that it is drawn with. */
const isOfPicture = (shape: MarkShape): boolean => shape === 'temple' || isBodily(shape);

const ALL = { x0: 0, x1: 1, y0: 0, y1: 1 } as const;

/** The arm of glasses in the colour of their frame, and what is of somebody's fur or skin in that. */
function ownMarkTexture(
  shape: MarkShape,
  { data, width }: RgbaImage,
  colours: Float32Array,
  picture: number,
  artwork: PawedArtwork,
): Texture {
  const [raster, box] = [{ size: width, colours, rgba: data }, artwork.boxOf(picture)];
  const own =
    shape === 'temple' || shape === 'flowerpot'
      ? commonestOf(raster, box, shape === 'temple' ? FRAME : ALL)
      : (furOf(raster, box, artwork.isAnimal(picture)) ?? PALE);
  return markTexture(shape, picture, artwork, own);
}

const textureOfDrawn = ({ rgba, colours, size }: Paw): Texture => textureOf(rgba, colours, size);

/** sRGB of 0–1, three numbers a pixel. */
function unit(rgba: Uint8Array): Float32Array {
  const colours = new Float32Array((rgba.length / 4) * 3);
  for (let p = 0; 4 * p < rgba.length; p++) {
    for (let c = 0; c < 3; c++) colours[3 * p + c] = rgba[4 * p + c]! / 255;
  }
  return colours;
}

function srgb(labs: Float32Array, rgba: Uint8Array): Float32Array {
  const colours = new Float32Array(labs.length);
  for (let p = 0; 3 * p < labs.length; p++) {
    if (rgba[4 * p + 3] !== 0) toSrgb(labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!, colours, 3 * p);
  }
  return colours;
}

/** A square picture as it is sampled. */
export function textureOfImage({ data, width }: RgbaImage): Texture {
  return textureOf(data, unit(data), width);
}

/** @param rgba for its alpha @param colours as `unit` has them */
function textureOf(rgba: Uint8Array, colours: Float32Array, size: number): Texture {
  const exact = new Float32Array(rgba.length);
  for (let p = 0; 4 * p < rgba.length; p++) {
    const alpha = rgba[4 * p + 3]! / 255;
    for (let c = 0; c < 3; c++) exact[4 * p + c] = colours[3 * p + c]! * alpha;
    exact[4 * p + 3] = alpha;
  }
  return { size, full: bordered(exact, size), half: bordered(halved(exact, size), size / 2) };
}

/** Each pixel the mean of 2 × 2. */
function halved(pixels: Float32Array, size: number): Float32Array {
  const side = size / 2;
  const half = new Float32Array(4 * side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = 4 * (2 * y * size + 2 * x);
      for (let c = 0; c < 4; c++) {
        const [a, b] = [from + c, from + c + 4 * size];
        half[4 * (y * side + x) + c] = (pixels[a]! + pixels[a + 4]! + pixels[b]! + pixels[b + 4]!) / 4;
      }
    }
  }
  return half;
}

/** Numbers of 0–1 as bytes, with a border of one transparent pixel. */
function bordered(pixels: Float32Array, side: number): Uint8Array {
  const bytes = new Uint8Array(4 * (side + 2) ** 2);
  for (let y = 0; y < side; y++) {
    const [from, to] = [4 * side * y, 4 * ((side + 2) * (y + 1) + 1)];
    for (let k = 0; k < 4 * side; k++) bytes[to + k] = Math.round(255 * pixels[from + k]!);
  }
  return bytes;
}

/**
 * The picture with a rim about all that it shows, so that dark lines are seen on dark ground. Not premultiplied, as the
 * picture is.
 * @param rim its width in parts of the picture's side, and its colour, `#rrggbb`
 */
export function haloed({ data, width, height }: RgbaImage, rim: { width: number; colour: string }): RgbaImage {
  const reach = rim.width * width;
  const colour = [1, 3, 5].map((at) => Number.parseInt(rim.colour.slice(at, at + 2), 16));
  const steps = Math.ceil(reach);
  const offsets = Array.from({ length: 2 * steps + 1 }, (_, k) => k - steps)
    .flatMap((dy) => Array.from({ length: 2 * steps + 1 }, (_, k) => ({ dx: k - steps, dy })))
    .filter(({ dx, dy }) => dx * dx + dy * dy <= reach * reach);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let nearest = 0;
      for (const { dx, dy } of offsets) {
        const [u, v] = [x + dx, y + dy];
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        nearest = Math.max(nearest, data[4 * (v * width + u) + 3]!);
      }
      const at = 4 * (y * width + x);
      const own = data[at + 3]! / 255;
      const under = (1 - own) * (nearest / 255);
      const alpha = own + under;
      if (alpha === 0) continue;
      for (let c = 0; c < 3; c++) out[at + c] = Math.round((own * data[at + c]! + under * colour[c]!) / alpha);
      out[at + 3] = Math.round(255 * alpha);
    }
  }
  return { data: out, width, height };
}
