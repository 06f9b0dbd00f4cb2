import type { latents as english } from '../en/index.js';

/** Texte, die es zu jeder Art von Latenten gibt. */
export const latents = {
  'kind.description': 'Beschreibung',
  'kind.boxes': 'Rahmen',
  'kind.blobs': 'Formen',
  'kind.palette': 'Palette',
  'kind.tokens': 'Textur',

  'option.latents.splice.description': 'Das Bild, aus dem die Beschreibung kommt',
  'option.latents.splice.boxes': 'Das Bild, aus dem die Rahmen kommen',
  'option.latents.splice.shapes': 'Das Bild, aus dem die Formen kommen',
  'option.latents.splice.palette': 'Das Bild, aus dem die Palette kommt',
  'option.latents.splice.texture': 'Das Bild, aus dem die Textur kommt',
} as const satisfies Record<keyof typeof english, string>;
