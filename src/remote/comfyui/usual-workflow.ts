/** Image to image by one checkpoint: what paints where a host gives no workflow. In ComfyUI's API format. */
export const USUAL_WORKFLOW = {
  model: titled('model', 'CheckpointLoaderSimple', { ckpt_name: '' }),
  prompt: titled('prompt', 'CLIPTextEncode', { text: '', clip: ['model', 1] }),
  negative: titled('negative', 'CLIPTextEncode', { text: '', clip: ['model', 1] }),
  image: titled('image', 'LoadImage', { image: '' }),
  begun: titled('begun', 'VAEEncode', { pixels: ['image', 0], vae: ['model', 2] }),
  seed: titled('seed', 'KSampler', {
    model: ['model', 0],
    positive: ['prompt', 0],
    negative: ['negative', 0],
    latent_image: ['begun', 0],
    seed: 0,
    steps: 20,
    cfg: 7,
    sampler_name: 'euler',
    scheduler: 'normal',
    denoise: 1,
  }),
  decoded: titled('decoded', 'VAEDecode', { samples: ['seed', 0], vae: ['model', 2] }),
  saved: titled('saved', 'SaveImage', { images: ['decoded', 0], filename_prefix: 'kaleido' }),
};

function titled(title: string, type: string, inputs: Record<string, unknown>) {
  return { class_type: type, inputs, _meta: { title } };
}
