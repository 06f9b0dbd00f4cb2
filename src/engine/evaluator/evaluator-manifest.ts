import { z } from 'zod';
import { fileRecord } from '../manifest/index.js';

const count = z.int().positive();

/** `evaluator.json`, format 2 (docs/evaluator.md). Keys it does not know are dropped. */
export const evaluatorManifest = z
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

export type EvaluatorManifest = z.infer<typeof evaluatorManifest>;
