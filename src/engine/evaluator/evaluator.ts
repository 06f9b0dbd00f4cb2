import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { floatTensor, fromHalf, intTensor, type RgbaImage } from '../basics/index.js';
import { createTextTokenizer } from '../context/index.js';
import { corruptFile, fileRecord, loadFolder, TOKENIZER_FILE } from '../manifest/index.js';
import type { Vectors } from '../metrics/index.js';
import { createSessionPool, floatOutput, type Session, type SessionOptions } from '../runtime/index.js';

const count = z.int().positive();

/** `evaluator.json`, format 2 (docs/evaluator.md). Keys it does not know are dropped. */
const evaluatorManifest = z
  .object({
    format: z.literal(2),
    name: z.string().min(1),
    version: z.string().min(1),
    image: z.object({ size: count, channels: z.literal(4) }),
    limits: z.object({ prompt: count }),
    vocabulary: z.object({
      specials: z.object({ unk: z.int().nonnegative() }),
      ranges: z.object({ text: z.tuple([z.int().nonnegative(), count]) }),
    }),
    embedding: count,
    features: count,
    reference: z.object({ file: z.string().min(1), count, concepts: z.array(z.string()), styles: z.array(z.string()) }),
    files: z.record(z.string(), fileRecord),
  })
  .refine(({ reference }) => [reference.concepts, reference.styles].every(({ length }) => length === reference.count), {
    path: ['reference'],
    message: 'must name a concept and a style for each of its vectors',
  });

type EvaluatorManifest = z.infer<typeof evaluatorManifest>;

/** An image–text network that judges pictures (docs/evaluator.md). */
export interface Evaluator {
  readonly manifest: EvaluatorManifest;
  /** Hex sha256 over the manifest and the hashes of all files: two evaluators with one hash judge alike. */
  readonly hash: string;
  /** Features of real canvases, a row for each entry of `manifest.reference`. */
  readonly reference: Vectors;
  /**
   * Unit embeddings and pooled features of pictures.
   * @throws RangeError where one is not of the evaluator's size
   */
  embedImages(images: readonly RgbaImage[]): Promise<{ embeddings: Vectors; features: Vectors }>;
  /** Unit embeddings of prompts. */
  embedPrompts(prompts: readonly string[]): Promise<Vectors>;
  dispose(): Promise<void>;
}

/** Pictures in one call, which bounds memory. */
const IMAGES_A_CALL = 64;

/**
 * Reads and verifies an evaluator's folder and opens its two graphs.
 * @throws EngineError as `loadBundle` does, or `model_failed`
 */
export async function createEvaluator(dir: string, options: SessionOptions = {}): Promise<Evaluator> {
  const { manifest, hash, jsonOf } = await loadFolder(dir, {
    manifestFile: 'evaluator.json',
    schema: evaluatorManifest,
    shipped: 'models/evaluator',
    kept: [TOKENIZER_FILE],
  });
  const tokenizer = createTextTokenizer({ dir, tokenizerJson: jsonOf(TOKENIZER_FILE), manifest });
  const reference = await readReference(dir, manifest);
  const pool = createSessionPool(options);
  const images = await pool.open(join(dir, 'image_encoder.onnx'));
  const texts = await pool.open(join(dir, 'text_encoder.onnx'));
  return {
    manifest,
    hash,
    reference,
    async embedImages(pictures) {
      const embeddings = new Float32Array(pictures.length * manifest.embedding);
      const features = new Float32Array(pictures.length * manifest.features);
      for (let from = 0; from < pictures.length; from += IMAGES_A_CALL) {
        const made = await encode(images, pictures.slice(from, from + IMAGES_A_CALL), manifest.image.size);
        embeddings.set(made.embedding, from * manifest.embedding);
        features.set(made.features, from * manifest.features);
      }
      return {
        embeddings: { data: embeddings, count: pictures.length, width: manifest.embedding },
        features: { data: features, count: pictures.length, width: manifest.features },
      };
    },
    async embedPrompts(prompts) {
      const data = new Float32Array(prompts.length * manifest.embedding);
      for (const [row, prompt] of prompts.entries()) {
        const { ids } = tokenizer.encodePrompt(prompt);
        const mask = new Array<number>(ids.length).fill(1);
        const inputs = { input_ids: intTensor([1, ids.length], ids), attention_mask: intTensor([1, ids.length], mask) };
        data.set(floatOutput(await texts.run(inputs), 'embedding').data, row * manifest.embedding);
      }
      return { data, count: prompts.length, width: manifest.embedding };
    },
    dispose: () => pool.dispose(),
  };
}

async function encode(session: Session, pictures: readonly RgbaImage[], size: number) {
  const pixels = size * size;
  const images = floatTensor([pictures.length, 4, size, size]);
  for (const [index, picture] of pictures.entries()) {
    if (picture.width !== size || picture.height !== size) {
      throw new RangeError(
        `A picture is ${picture.width} × ${picture.height} pixels; the evaluator reads ${size} × ${size}.`,
      );
    }
    images.data.set(premultiplied(picture), index * 4 * pixels);
  }
  const outputs = await session.run({ images });
  return { embedding: floatOutput(outputs, 'embedding').data, features: floatOutput(outputs, 'features').data };
}

/** Straight RGBA bytes as premultiplied planes [4, size, size] in −1…1, which the network was trained on. */
function premultiplied({ width, height, data }: RgbaImage): Float32Array {
  const pixels = width * height;
  const planes = new Float32Array(4 * pixels);
  for (let p = 0; p < pixels; p++) {
    const alpha = data[4 * p + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) {
      planes[channel * pixels + p] = (data[4 * p + channel]! / 255) * alpha * 2 - 1;
    }
    planes[3 * pixels + p] = alpha * 2 - 1;
  }
  return planes;
}

async function readReference(dir: string, { reference, features }: EvaluatorManifest): Promise<Vectors> {
  const path = join(dir, reference.file);
  const bytes = await readFile(path);
  if (bytes.length !== 2 * reference.count * features) {
    throw corruptFile(path)(`does not hold ${reference.count} vectors of ${features} numbers`);
  }
  const data = Float32Array.from({ length: bytes.length / 2 }, (_, i) => fromHalf(bytes.readUInt16LE(2 * i)));
  return { data, count: reference.count, width: features };
}
