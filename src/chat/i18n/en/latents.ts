import type { LatentKind, LatentName } from '../../../engine/latents/index.js';

/**
 * Texts that there are of every latent kind: what it is called, and its option of a splice. One that is missing is a
 * compile error.
 */
export const latents = {
  'kind.description': 'Description',
  'kind.boxes': 'Boxes',
  'kind.blobs': 'Shapes',
  'kind.palette': 'Palette',
  'kind.tokens': 'Texture',

  'option.latents.splice.description': 'The picture that the description comes from',
  'option.latents.splice.boxes': 'The picture that the boxes come from',
  'option.latents.splice.shapes': 'The picture that the shapes come from',
  'option.latents.splice.palette': 'The picture that the palette comes from',
  'option.latents.splice.texture': 'The picture that the texture comes from',
} as const satisfies Readonly<Record<`kind.${LatentKind}` | `option.latents.splice.${LatentName}`, string>>;
