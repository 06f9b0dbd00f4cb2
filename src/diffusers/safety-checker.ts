import { join } from 'node:path';
import { z } from 'zod';
import { type FloatTensor, floatTensor, type RgbaImage } from '../engine/basics/index.js';
import type { Session } from '../engine/runtime/index.js';
import { resize, resizeSoftly } from '../images/index.js';
import { isThere, readJson } from './files.js';
import { type Networks, unfit } from './networks.js';

/** A side alone, or by its name. */
const side = z.int().min(16).max(2048);
const channels = z.tuple([z.number(), z.number(), z.number()]);
const preprocessor = z
  .object({
    size: z.union([side, z.object({ shortest_edge: side }).transform(({ shortest_edge: edge }) => edge)]),
    crop_size: z.union([side, z.object({ height: side, width: side }).transform(({ height }) => height)]),
    image_mean: channels,
    image_std: channels,
  })
  .partial();

/** How pictures are shown to a network of CLIP's. */
export interface Look {
  /** Pixels of a picture's shorter side, and of the square in its middle that is seen. */
  scaled: number;
  seen: number;
  mean: readonly number[];
  deviation: readonly number[];
}

/** What CLIP was trained with: where a folder leaves something out, this is meant. */
const USUAL = { side: 224, mean: [0.48145466, 0.4578275, 0.40821073], deviation: [0.26862954, 0.26130258, 0.27577711] };

/** A network that objects to pictures, and how it looks at them. */
export interface SafetyChecker {
  graph: string;
  look: Look;
}

/**
 * That of a folder, `safety_checker/` beside `feature_extractor/preprocessor_config.json`; undefined where it has none.
 *
 * @throws EngineError `painter_invalid` for a configuration that says something else
 */
export async function readSafetyChecker(dir: string): Promise<SafetyChecker | undefined> {
  const graph = join(dir, 'safety_checker', 'model.onnx');
  if (!(await isThere(graph))) return undefined;
  const told = await readJson(join(dir, 'feature_extractor', 'preprocessor_config.json'), preprocessor, {});
  const seen = told.crop_size ?? USUAL.side;
  const look = {
    scaled: Math.max(told.size ?? USUAL.side, seen),
    seen,
    mean: told.image_mean ?? USUAL.mean,
    deviation: told.image_std ?? USUAL.deviation,
  };
  return { graph, look };
}

/** @throws EngineError `painter_invalid` where the graph is none of a safety checker */
export async function isObjectedTo(checker: SafetyChecker, networks: Networks, image: RgbaImage): Promise<boolean> {
  const session = await networks.open(checker.graph);
  const seen = await lookAt(image, checker.look);
  // Not what it looks at: it gives them back, black where it objects.
  const images = floatTensor([1, 1, 1, 3].map((usual, axis) => fixedSize(session, 'images', axis) ?? usual));
  const name = 'has_nsfw_concepts';
  const { [name]: objected } = await session.run({ clip_input: seen, images }, [name]);
  if (objected?.dtype === 'int64') return objected.data.some((one) => one !== 0n);
  throw unfit(session, `it has no output ${name} of truths, but: ${session.outputNames.join(', ')}`);
}

function fixedSize({ inputs }: Session, name: string, axis: number): number | undefined {
  const size = inputs.get(name)?.shape[axis];
  return typeof size === 'number' ? size : undefined;
}

/** What of a picture is seen: [1, 3, seen, seen]. */
export async function lookAt(image: RgbaImage, { scaled, seen, mean, deviation }: Look): Promise<FloatTensor> {
  const scale = scaled / Math.min(image.width, image.height);
  const [width, height] = [image.width, image.height].map((length) => Math.max(scaled, Math.floor(length * scale)));
  // Enlarged by the kernel of Pillow’s, pictures come out shifted by a part of a pixel.
  const { data } = await (scale > 1 ? resize : resizeSoftly)(image, width!, height!);
  const [left, top] = [width!, height!].map((length) => Math.floor((length - seen) / 2));
  const tensor = floatTensor([1, 3, seen, seen]);
  for (let at = 0; at < tensor.data.length; at++) {
    const channel = Math.floor(at / seen ** 2);
    const [x, y] = [at % seen, Math.floor(at / seen) % seen];
    const value = data[4 * ((top! + y) * width! + left! + x) + channel]! / 255;
    tensor.data[at] = (value - mean[channel]!) / deviation[channel]!;
  }
  return tensor;
}
