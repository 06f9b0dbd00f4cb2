import type { Aspect, RgbaImage } from '../basics/index.js';
import type { Engine } from '../requests/index.js';

/** What a painter can do; what it cannot, nobody is promised. */
export interface PainterAbilities {
  /** It tells how far a picture is, and shows it as it looks so far. */
  progress: boolean;
  previews: boolean;
  /** The same seed gives the same picture again. */
  seed: boolean;
  /** A picture begins with the draft's composition. */
  image: boolean;
  /** What is not wanted is told it. */
  negative: boolean;
  /** Pictures have transparent ground. */
  transparency: boolean;
  /** Words that memory does not know mean something to it. */
  anyWords: boolean;
}

/** What a painter says of itself. */
export interface AboutPainter {
  /** `kaleido`, or the protocol of an engine over HTTP. */
  name: string;
  /** Name of the model that it paints with. */
  model: string;
  /** Licence of the model; null where nobody knows. */
  licence: string | null;
  /** Side of its square pictures in pixels; others have about as many. */
  size: number;
  /** Shapes that it paints, square among them; absent for squares alone. */
  aspects?: readonly Aspect[];
  /** What makes finished pictures larger, for people to read; absent where nothing does. */
  upscaler?: string;
  can: PainterAbilities;
}

/** Paints plans: the engine's own painting, or any text-to-image engine. One conformance suite runs over all. */
export interface Painter extends Pick<Engine, 'paint' | 'paintTogether'> {
  /** @throws EngineError `painter_away`, `painter_failed` or `painter_invalid`, of an engine over HTTP */
  about(signal?: AbortSignal): Promise<AboutPainter>;
  /** See `PictureSource.upscale`. */
  upscale?: PictureSource['upscale'];
}

/** What is told of a painter where its pictures are. */
export function paintedBy({ name, model, licence }: AboutPainter) {
  return { name, model, ...(licence === null ? {} : { licence }) };
}

/** A picture that a text-to-image engine is asked for. */
export interface PictureRequest {
  prompt: string;
  /** What is not wanted; empty for nothing. */
  negative: string;
  /** In `RANGES.seed`. */
  seed: number;
  /** Square when absent. */
  aspect?: Aspect;
  /** Only where somebody asked for them. */
  steps?: number;
  guidance?: number;
  /** What it begins with. */
  start?: PictureStart;
}

/** A rough composition that a picture begins with. */
export interface PictureStart {
  /** Opaque and of the picture's shape, of any size. */
  image: RgbaImage;
  /** How much of it is painted over, 0–1: the engine's denoising strength. */
  strength: number;
}

/**
 * What happens while a picture is made: `part` of the work that is done, 0–1, with the picture as it looks so far where
 * the engine shows it. It ends with one `done`.
 */
export type PictureEvent = { type: 'part'; part: number; image?: RgbaImage } | { type: 'done'; image: RgbaImage };

/** Any text-to-image engine: what a protocol has to implement. */
export interface PictureSource {
  /** What it is and can. */
  about: Painter['about'];
  /**
   * Makes one picture, of the size that `about` tells, or as many pixels in another shape. Aborted, or left before its
   * end, it stops the engine's work on this picture where the protocol has a way to, and on no other.
   *
   * @throws EngineError `painter_away`, `painter_failed`, `painter_invalid` or `painter_refused`; the signal's reason
   *   when aborted
   */
  picture(request: PictureRequest, signal?: AbortSignal): AsyncIterable<PictureEvent>;
  /**
   * Makes a finished picture larger, with detail that it did not have; absent where it never can. What comes back has
   * the same shape, and may be larger than was asked for.
   *
   * @throws EngineError as `picture` does; `painter_refused` where it has no upscaler now
   */
  upscale?(request: UpscaleRequest, signal?: AbortSignal): Promise<RgbaImage>;
}

/** A finished picture that is to become larger. */
export interface UpscaleRequest {
  /** Opaque. */
  image: RgbaImage;
  /** How many times as long its sides are to be, more than 1 and up to `RANGES.upscale`. */
  scale: number;
}

/** What the host set for a painter of its own; absent where nothing is set. */
export interface PainterOptions {
  /** What people call the model that is to paint, where the host named several or one. */
  model?: string;
  /** Side of pictures in pixels, a multiple of 64. */
  size?: number;
  /** Where nobody asks for others. */
  steps?: number;
  guidance?: number;
}

/** What a file with a painter of somebody's own exports as `openPainter`: it is called once for each model. */
export type OpenPainter = (options: PainterOptions) => PictureSource | Promise<PictureSource>;
