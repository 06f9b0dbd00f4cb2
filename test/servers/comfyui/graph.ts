import { z } from 'zod';

export const graphSchema = z.record(
  z.string(),
  z.object({
    class_type: z.string(),
    inputs: z.record(z.string(), z.unknown()),
    _meta: z.object({ title: z.string() }).optional(),
  }),
);
export type Graph = z.output<typeof graphSchema>;

/** Which nodes it has, and what each cannot do without. */
const NODES: Readonly<Record<string, readonly string[]>> = {
  CheckpointLoaderSimple: ['ckpt_name'],
  CLIPTextEncode: ['text', 'clip'],
  EmptyLatentImage: ['width', 'height', 'batch_size'],
  LoadImage: ['image'],
  VAEEncode: ['pixels', 'vae'],
  VAEDecode: ['samples', 'vae'],
  SaveImage: ['images', 'filename_prefix'],
  UpscaleModelLoader: ['model_name'],
  ImageUpscaleWithModel: ['upscale_model', 'image'],
  ImageScaleBy: ['image', 'upscale_method', 'scale_by'],
  KSampler: [
    ...['model', 'positive', 'negative', 'latent_image', 'seed'],
    ...['steps', 'cfg', 'sampler_name', 'scheduler', 'denoise'],
  ],
};

const link = z.tuple([z.string(), z.number()]);

function nodeError(id: string, type: string, message: string, details: string) {
  const node_errors = { [id]: { class_type: type, errors: [{ message, details }], dependent_outputs: [] } };
  return {
    error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: '' },
    node_errors,
  };
}

/** What it says of a workflow that it cannot run. */
export function wrongIn(
  graph: Graph,
  { checkpoints, upscalers }: { checkpoints: readonly string[]; upscalers: readonly string[] },
  uploads: readonly string[],
): object | undefined {
  for (const [id, { class_type: type, inputs }] of Object.entries(graph)) {
    const needs = NODES[type];
    if (needs === undefined) {
      const message = `Node '${type}' not found. The custom node may not be installed.`;
      return { error: { type: 'missing_node_type', message, details: `Node ID '#${id}'` }, node_errors: {} };
    }
    const missing = needs.find((name) => inputs[name] === undefined);
    if (missing !== undefined) return nodeError(id, type, 'Required input is missing', missing);
    const dangling = Object.values(inputs).some((value) => {
      const led = link.safeParse(value);
      return led.success && graph[led.data[0]] === undefined;
    });
    if (dangling) return nodeError(id, type, 'Exception when validating node', 'KeyError');
    if (type === 'CheckpointLoaderSimple' && !checkpoints.includes(String(inputs.ckpt_name))) {
      return nodeError(id, type, 'Value not in list', `ckpt_name: '${inputs.ckpt_name}'`);
    }
    if (type === 'UpscaleModelLoader' && !upscalers.includes(String(inputs.model_name))) {
      return nodeError(id, type, 'Value not in list', `model_name: '${inputs.model_name}'`);
    }
    if (type === 'LoadImage' && !uploads.includes(String(inputs.image))) {
      return nodeError(id, type, 'Custom validation failed for node', `image - Invalid image file: ${inputs.image}`);
    }
  }
  return undefined;
}

const sampler = z.object({ seed: z.number(), steps: z.number(), denoise: z.number() });
const size = z.object({ width: z.number(), height: z.number() });

/** What decides on a picture. Where it begins with one, that has its size. */
export function sampledBy(graph: Graph) {
  const inputsOf = (type: string) => Object.values(graph).find(({ class_type }) => class_type === type)?.inputs;
  const image = inputsOf('LoadImage')?.image;
  const { width, height } = size.safeParse(inputsOf('EmptyLatentImage')).data ?? { width: 256, height: 256 };
  const isFromImage = typeof image === 'string';
  return { ...sampler.parse(inputsOf('KSampler')), width, height, ...(isFromImage ? { image } : { image: undefined }) };
}

/** Of a model, by its file. */
const MODEL_SCALE = 4;

/** What a graph makes larger, and by how much; undefined where it samples. */
export function enlargedBy(graph: Graph): { image: string; scale: number } | undefined {
  const nodes = Object.values(graph);
  const inputsOf = (type: string) => nodes.find(({ class_type }) => class_type === type)?.inputs;
  const image = inputsOf('LoadImage')?.image;
  if (inputsOf('KSampler') !== undefined || typeof image !== 'string') return undefined;
  const scale = (inputsOf('ImageUpscaleWithModel') ? MODEL_SCALE : 1) * Number(inputsOf('ImageScaleBy')?.scale_by ?? 1);
  return { image, scale };
}
