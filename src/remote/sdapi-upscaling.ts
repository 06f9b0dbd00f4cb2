import { z } from 'zod';
import { EngineError, type RgbaImage } from '../engine/basics/index.js';
import type { UpscaleRequest } from '../engine/painters/index.js';
import { encodePng } from '../images/index.js';
import { type Api, QUICK } from './api.js';
import { fromBase64, upscaledOf } from './pictures.js';

const upscalers = z.array(z.object({ name: z.string() }));
const enlarged = z.object({ image: z.string() });

/** What web UIs list besides, that adds no detail: `None` leaves a picture as it is. */
const PLAIN: ReadonlySet<string> = new Set(['None', 'Lanczos', 'Nearest']);
/** What comes with the web UI and does for most pictures. */
const USUAL = 'R-ESRGAN 4x+';

/** Which upscaler is asked for, and how long it may take. */
export interface SdapiUpscaling {
  /** By the name that the engine lists it by; default: what is usual, or the first that adds detail. */
  upscaler?: string | undefined;
  /** Seconds until the picture is there, with the time that it waits for those of others. */
  seconds: number;
}

/**
 * What makes pictures larger; undefined where nothing does, or what is to do it is not there.
 * @throws EngineError as `Api.call` does
 */
export async function upscalerOf(
  api: Api,
  { upscaler: wanted }: Pick<SdapiUpscaling, 'upscaler'>,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const names = (await api.call('sdapi/v1/upscalers', upscalers, { signal, withinMs: QUICK })).map(({ name }) => name);
  if (wanted !== undefined) return names.find((name) => name === wanted && name !== 'None');
  return names.find((name) => name === USUAL) ?? names.find((name) => !PLAIN.has(name));
}

/** A picture made larger. Who does not want it any more has the connection closed: no other work is stopped by it. */
export async function upscale(
  api: Api,
  { image, scale }: UpscaleRequest,
  settings: SdapiUpscaling,
  signal?: AbortSignal,
): Promise<RgbaImage> {
  const upscaler = await upscalerOf(api, settings, signal);
  if (upscaler === undefined) throw new EngineError('painter_refused', { why: 'upscale' });
  const body = {
    image: (await encodePng(image)).toString('base64'),
    resize_mode: 0,
    upscaling_resize: scale,
    upscaler_1: upscaler,
  };
  const withinMs = 1000 * settings.seconds;
  const answer = await api.call('sdapi/v1/extra-single-image', enlarged, { body, signal, withinMs });
  return upscaledOf(api.host, fromBase64(answer.image));
}
