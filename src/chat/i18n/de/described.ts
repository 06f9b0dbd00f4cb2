import type { described as english } from '../en/index.js';

export const described: Record<keyof typeof english, string> = {
  'described.thing': '{thing}: Da bin ich mir zu {percent} % sicher.',
  'described.told': '{by} sagt: {words}',
  'described.untold': 'Das Programm, das Bilder beschreibt, sagt gerade nichts. Das sehe ich selbst:',
  'described.others': 'Sonst vielleicht: {others}.',
  'described.unsure': 'Etwas {place} ({colours}). Was es ist, weiß ich nicht.',
  'described.colours': '{first} und {second}',
  'described.latent': '{emoji} {kind}: {text}',
  'place.top_left': 'oben links',
  'place.top': 'oben',
  'place.top_right': 'oben rechts',
  'place.left': 'links',
  'place.middle': 'in der Mitte',
  'place.right': 'rechts',
  'place.bottom_left': 'unten links',
  'place.bottom': 'unten',
  'place.bottom_right': 'unten rechts',
};
