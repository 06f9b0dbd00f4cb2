import { createRecent, EngineError, type FloatTensor, floatTensor, intTensor, repeatAlong } from '../basics/index.js';

import type { LatentContext } from '../context/index.js';
import { floatOutput, type Session } from '../runtime/index.js';
import type { ReadOptions } from '../words/index.js';
import { crossCaches, type LayerCaches, layerTensors } from './layer-caches.js';

/**
 * The text encoder's outputs for one prompt, worded as captions would word it, of T pieces; one row, to be repeated for
 * batches.
 */
export interface PromptEncoding {
  readonly prompt: string;
  /** [T] vocabulary ids. */
  readonly ids: readonly number[];
  /** The end of the prompt that did not fit; empty when all of it did. */
  readonly cut: string;
  /** [1, T, D]. */
  readonly states: FloatTensor;
  /** [1, T], all 1. */
  readonly mask: FloatTensor;
  /** [1, H, T, d] a layer. */
  readonly cross: LayerCaches;
}

/** The prompt's inputs of `prior.onnx`, repeated for a batch of rows that share it. */
export function crossInputs(encoding: PromptEncoding, rows: number): Record<string, FloatTensor> {
  const repeated = (tensors: readonly FloatTensor[]) => tensors.map((tensor) => repeatAlong(tensor, 0, rows));
  const { keys, values } = encoding.cross;
  return {
    ...layerTensors('cross', { keys: repeated(keys), values: repeated(values) }),
    encoder_mask: repeatAlong(encoding.mask, 0, rows),
  };
}

/** Prompts whose encodings are kept: planning, painting and a few edits of one prompt follow each other. */
const KEPT = 8;

/**
 * A function that encodes a prompt and remembers the last few. It throws EngineError `empty_prompt` when nothing is
 * left to read.
 */
export function createPromptEncoder(
  context: Pick<LatentContext, 'tokenizer' | 'manifest' | 'reader'>,
  session: Session,
): (prompt: string, reading?: ReadOptions) => Promise<PromptEncoding> {
  const kept = createRecent<string, Promise<PromptEncoding>>(KEPT);
  return (prompt, reading = {}) => {
    const { locale, style, without } = reading;
    const key = JSON.stringify([prompt, locale, style, without]);
    return kept.get(key, () => {
      const encoding = encode(prompt, reading, context, session);
      encoding.catch(() => kept.forget(key));
      return encoding;
    });
  };
}

async function encode(
  prompt: string,
  reading: ReadOptions,
  { tokenizer, manifest, reader }: Pick<LatentContext, 'tokenizer' | 'manifest' | 'reader'>,
  session: Session,
): Promise<PromptEncoding> {
  const { ids, cut } = tokenizer.encodePrompt(reader.read(prompt, reading).worded);
  if (prompt.trim() === '' || ids.length === 0) {
    throw new EngineError('empty_prompt');
  }
  const dims = [1, ids.length];
  const ones = new Float32Array(ids.length).fill(1);
  const outputs = await session.run({ input_ids: intTensor(dims, ids), attention_mask: intTensor(dims, ones) });
  return {
    prompt,
    ids,
    cut,
    states: floatOutput(outputs, 'encoder_states'),
    mask: floatTensor(dims, ones),
    cross: crossCaches(outputs, manifest.model.layers),
  };
}
