import {
  EngineError,
  type FloatTensor,
  floatTensor,
  type PictureSize,
  type RgbaImage,
} from '../engine/basics/index.js';
import { resize } from '../images/index.js';
import { type Networks, outputOf } from './networks.js';
import type { ModelFolder } from './read-folder.js';

/** Of latents in all models of this layout. */
export const CHANNELS = 4;

/**
 * Latents as the decoder shows them.
 *
 * @throws EngineError `painter_invalid` where it gives no numbers, as decoders do that half precision is too little for
 */
export async function decode(
  { decoder, scaling, shift }: ModelFolder,
  networks: Networks,
  latents: FloatTensor,
): Promise<RgbaImage> {
  const session = await networks.open(decoder);
  const scaled = floatTensor(
    latents.dims,
    latents.data.map((value) => value / scaling + shift),
  );
  const { data, dims } = outputOf(session, await session.run({ latent_sample: scaled }, ['sample']), 'sample');
  if (data.some(Number.isNaN)) throw new EngineError('painter_invalid', { why: 'no_numbers', path: decoder });
  const [height, width] = [dims[2]!, dims[3]!];
  const image = { width, height, data: new Uint8Array(4 * width * height).fill(255) };
  for (let channel = 0; channel < 3; channel++) {
    for (let p = 0; p < width * height; p++) {
      const value = data[channel * width * height + p]!;
      image.data[4 * p + channel] = Math.round(127.5 * (Math.min(1, Math.max(-1, value)) + 1));
    }
  }
  return image;
}

/**
 * A picture as latents, of a size in pixels and without what its distribution spreads around.
 *
 * @param encoder the graph that makes them
 */
export async function encode(
  { scaling, shift }: ModelFolder,
  encoder: string,
  networks: Networks,
  picture: RgbaImage,
  { width, height }: PictureSize,
): Promise<Float32Array> {
  const session = await networks.open(encoder);
  const { data } = await resize(picture, width, height);
  const pixels = width * height;
  const sample = floatTensor([1, 3, height, width]);
  for (let at = 0; at < sample.data.length; at++) {
    const [channel, p] = [Math.floor(at / pixels), at % pixels];
    sample.data[at] = data[4 * p + channel]! / 127.5 - 1;
  }
  // Means before deviations, or the latents themselves.
  const name = session.outputNames.includes('latent_parameters') ? 'latent_parameters' : 'latent_sample';
  const made = outputOf(session, await session.run({ sample }, [name]), name);
  const count = (made.data.length / made.dims[1]!) * CHANNELS;
  return made.data.slice(0, count).map((value) => (value - shift) * scaling);
}
