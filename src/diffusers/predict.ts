import { type FloatTensor, floatTensor, type PictureSize, type Tensor } from '../engine/basics/index.js';
import { release, type Session } from '../engine/runtime/index.js';
import { combine } from '../engine/samplers/index.js';
import { numbersFor, outputOf, rowsOf, unfit } from './networks.js';
import type { TextStates } from './read-text.js';

/** What a picture is of, as the UNet is told it. */
export interface Told {
  wanted: TextStates;
  /** What guidance leads away from. */
  unwanted?: TextStates;
  /** Of classifier-free guidance; of a consistency model, that which it imitates. */
  guidance: number;
  /** Of the picture. */
  size: PictureSize;
}

/** The UNet's output for latents [1, 4, h, w] at a timestep. */
export type Predict = (latents: Float32Array, timestep: number) => Promise<Float32Array>;

/** Whether a UNet has guidance built in, and is told how much. */
export const embedsGuidance = ({ inputs }: Session): boolean => inputs.has('timestep_cond');

/**
 * Binds the UNet to what it is told the same at every step. With guidance both texts go in one batch, or one after the
 * other where the graph's batch is fixed to one.
 *
 * @param shape of latents
 */
export function predictor(unet: Session, told: Told, shape: readonly number[]): Predict {
  const { wanted, unwanted, guidance } = told;
  const texts = unwanted === undefined ? [wanted] : [unwanted, wanted];
  const isSingle = unet.inputs.get('sample')?.shape[0] === 1;
  const batches = (isSingle ? texts.map((text) => [text]) : [texts]).map((rows) => ({
    rows: rows.length,
    constant: constantInputs(unet, rows, told),
  }));
  return async (latents, timestep) => {
    const outputs: Float32Array[] = [];
    for (const { rows, constant } of batches) {
      const sample = rowsOf(new Array<FloatTensor>(rows).fill(floatTensor(shape, latents)));
      const made = await unet.run({ ...constant, sample, timestep: timestepFor(unet, timestep) }, ['out_sample']);
      const { data } = outputOf(unet, made, 'out_sample');
      for (let row = 0; row < rows; row++) outputs.push(data.slice(row * latents.length, (row + 1) * latents.length));
      release(Object.values(made));
    }
    const [first, second] = outputs;
    return second === undefined ? first! : combine(1 - guidance, first!, guidance, second);
  };
}

/** Of no axes in newer exports, of one in older ones. */
function timestepFor(unet: Session, timestep: number): Tensor {
  return numbersFor(unet, 'timestep', unet.inputs.get('timestep')?.shape.map(() => 1) ?? [], [timestep]);
}

/** All that a UNet takes beside latents and timestep. @throws EngineError `painter_invalid` for an unknown input */
function constantInputs(unet: Session, texts: readonly TextStates[], { guidance, size }: Told): Record<string, Tensor> {
  const rows = texts.length;
  const every = (values: number[]) => new Array<number[]>(rows).fill(values).flat();
  const made = new Map<string, () => Tensor>([
    ['encoder_hidden_states', () => rowsOf(texts.map(({ states }) => states))],
    ['text_embeds', () => rowsOf(texts.map(({ pooled }) => pooledOf(unet, pooled)))],
    // The size that a picture was of, where it was cut, and the size that it is to be of.
    [
      'time_ids',
      () => numbersFor(unet, 'time_ids', [rows, 6], every([size.height, size.width, 0, 0, size.height, size.width])),
    ],
    ['timestep_cond', () => guidanceInput(unet, guidance, rows)],
  ]);
  const inputs: [string, Tensor][] = [];
  for (const name of unet.inputs.keys()) {
    if (name === 'sample' || name === 'timestep') continue;
    const make = made.get(name);
    if (make === undefined) throw unfit(unet, `it takes ${name}, which is unknown`);
    inputs.push([name, make()]);
  }
  return Object.fromEntries(inputs);
}

function pooledOf(unet: Session, pooled: FloatTensor | undefined): FloatTensor {
  if (pooled !== undefined) return pooled;
  throw unfit(unet, 'it takes text_embeds, which no text encoder gives');
}

const USUAL_WIDTH = 256;

/** Guidance − 1 in sines and cosines of falling pace (Luo et al. 2310.04378, Section 4.2). */
function guidanceInput(unet: Session, guidance: number, rows: number): FloatTensor {
  const told = unet.inputs.get('timestep_cond')?.shape[1];
  const width = typeof told === 'number' ? told : USUAL_WIDTH;
  const half = width / 2;
  const tensor = floatTensor([rows, width]);
  for (let k = 0; k < half; k++) {
    const angle = 1000 * (guidance - 1) * Math.exp((-k * Math.log(10_000)) / (half - 1));
    for (let row = 0; row < rows; row++) {
      tensor.data[row * width + k] = Math.sin(angle);
      tensor.data[row * width + half + k] = Math.cos(angle);
    }
  }
  return tensor;
}
