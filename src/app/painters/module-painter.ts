import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { messageOf } from '../../core/basics/index.js';
import { ASPECTS, EngineError, REFUSED_WHYS, type RgbaImage } from '../../engine/basics/index.js';
import type {
  AboutPainter,
  OpenPainter,
  PainterOptions,
  PictureEvent,
  PictureRequest,
  PictureSource,
  UpscaleRequest,
} from '../../engine/painters/index.js';

export interface ModulePainterOptions extends PainterOptions {
  /** The JavaScript module, relative to the working directory. */
  file: string;
  /** Seconds until a picture has to be there. */
  seconds: number;
}

const isFunction = z.custom<(...given: never[]) => unknown>((value) => typeof value === 'function');
const moduleSchema = z.object({ openPainter: isFunction });
const sourceSchema = z.object({ about: isFunction, picture: isFunction, upscale: isFunction.optional() });
const aboutSchema = z.object({
  name: z.string().min(1),
  model: z.string().min(1),
  licence: z.string().nullable(),
  size: z.int().min(1),
  upscaler: z.string().min(1).optional(),
  aspects: z.array(z.enum(ASPECTS)).min(1).optional(),
  can: z.record(z.string(), z.boolean()),
});
const imageSchema = z
  .object({ width: z.int().min(1), height: z.int().min(1), data: z.instanceof(Uint8Array) })
  .refine(({ width, height, data }) => data.length === 4 * width * height, 'its data are no RGBA of its size');
const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('part'), part: z.number().min(0).max(1), image: imageSchema.optional() }),
  z.object({ type: z.literal('done'), image: imageSchema }),
]);
/** Errors of Kaleido's that come from another copy of it, such as the one that lies beside the module. */
const foreignError = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['painter_away', 'painter_failed']),
    data: z.object({ host: z.string(), detail: z.string() }),
  }),
  z.object({
    code: z.literal('painter_refused'),
    data: z.object({ why: z.enum([...REFUSED_WHYS, 'aspect', 'upscale']) }),
  }),
]);

/**
 * A painter of the host's own: `openPainter` of the module makes it when it is first asked for. It is code of the
 * host's, run with all rights of this process; what it says and paints is checked as an engine's over HTTP is, and what
 * it throws, if no error of a painter, is that it failed.
 */
export function createModulePainter({ file, seconds, ...options }: ModulePainterOptions): PictureSource {
  let opening: Promise<PictureSource> | undefined;
  const open = async () => {
    opening ??= sourceOf(file, options);
    try {
      return await opening;
    } catch (error) {
      // A mended file counts at the next start: Node.js keeps modules. What it needs besides may be there before.
      opening = undefined;
      throw error;
    }
  };
  return {
    async about(signal) {
      const source = await open();
      const about = await told(file, signal, source.about(signal));
      const { error } = aboutSchema.safeParse(about);
      if (error !== undefined) throw invalid(file, `what its about() says is none (${z.prettifyError(error)})`);
      const { upscaler, ...rest } = about as AboutPainter;
      return { ...rest, ...(upscaler === undefined || source.upscale === undefined ? {} : { upscaler }) };
    },
    picture: (request, signal) => picture(file, open, request, { seconds, signal }),
    upscale: (request, signal) => upscale(file, open, request, { seconds, signal }),
  };
}

async function sourceOf(file: string, options: PainterOptions): Promise<PictureSource> {
  const loaded: unknown = await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    throw invalid(file, messageOf(error), error);
  });
  const { data } = moduleSchema.safeParse(loaded);
  if (data === undefined) throw invalid(file, 'it exports no function openPainter');
  const openPainter = data.openPainter as OpenPainter;
  const source = await told(
    file,
    undefined,
    Promise.resolve().then(() => openPainter(options)),
  );
  if (!sourceSchema.safeParse(source).success)
    throw invalid(file, 'what its openPainter() returns lacks about or picture');
  return source;
}

/** Between two events a painter may forget the signal, or never come back: nobody waits for it then. */
async function* picture(
  file: string,
  open: () => Promise<PictureSource>,
  request: PictureRequest,
  { seconds, signal }: { seconds: number; signal: AbortSignal | undefined },
): AsyncGenerator<PictureEvent, void, undefined> {
  signal?.throwIfAborted();
  const late = AbortSignal.timeout(1000 * seconds);
  const over = signal === undefined ? late : AbortSignal.any([signal, late]);
  const ended = aborted(over);
  const events = (await open()).picture(request, over)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([told(file, over, events.next()), ended]);
      if (next.done === true) throw failed(file, 'it ended without a picture');
      const { data, error } = eventSchema.safeParse(next.value);
      if (error !== undefined) throw failed(file, `it gave what is no event of a picture (${z.prettifyError(error)})`);
      yield data as PictureEvent;
      if (data.type === 'done') return;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted) throw away(file, `no picture within ${seconds} s`, error);
    throw error;
  } finally {
    // Not waited for: it may never settle.
    Promise.resolve(events.return?.()).catch(() => undefined);
  }
}

/** The same patience as with `picture`. */
async function upscale(
  file: string,
  open: () => Promise<PictureSource>,
  request: UpscaleRequest,
  { seconds, signal }: { seconds: number; signal: AbortSignal | undefined },
): Promise<RgbaImage> {
  signal?.throwIfAborted();
  const source = await open();
  if (source.upscale === undefined) throw new EngineError('painter_refused', { why: 'upscale' });
  const late = AbortSignal.timeout(1000 * seconds);
  const over = signal === undefined ? late : AbortSignal.any([signal, late]);
  const ended = aborted(over);
  try {
    const image = await Promise.race([told(file, over, source.upscale(request, over)), ended]);
    const { error } = imageSchema.safeParse(image);
    if (error !== undefined) throw failed(file, `its upscale() gave what is no picture (${z.prettifyError(error)})`);
    return image;
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted) throw away(file, `no larger picture within ${seconds} s`, error);
    throw error;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  ended.catch(() => undefined);
  return ended;
}

/** What a module promises. @throws EngineError of painters; the signal's reason when aborted */
async function told<T>(file: string, signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof EngineError) throw error;
    const { data } = foreignError.safeParse(error);
    if (data === undefined) throw failed(file, messageOf(error), error);
    throw data.code === 'painter_refused'
      ? new EngineError(data.code, data.data, error)
      : new EngineError(data.code, data.data, error);
  }
}

const invalid = (path: string, detail: string, cause?: unknown) =>
  new EngineError('painter_invalid', { why: 'bad_module', path, detail }, cause);
const failed = (file: string, detail: string, cause?: unknown) =>
  new EngineError('painter_failed', { host: basename(file), detail }, cause);
const away = (file: string, detail: string, cause?: unknown) =>
  new EngineError('painter_away', { host: basename(file), detail }, cause);
