/** A prompt with pins, as people write them. */
export interface PinCase {
  prompt: string;
  pins: readonly string[];
}

/**
 * Pinned boxes: alone in the corners, tall, wide, small and beyond the edge, two of one label, with and without the
 * README's palette, three.
 */
export const BOXES: readonly PinCase[] = [
  { prompt: 'a cat', pins: ['boxes=cat 0,16,64,112'] },
  { prompt: 'a fox', pins: ['boxes=fox 0,0,64,64'] },
  { prompt: 'a house', pins: ['boxes=house 64,0,128,64'] },
  { prompt: 'a teapot', pins: ['boxes=teapot 0,64,64,128'] },
  { prompt: 'an owl', pins: ['boxes=owl 64,64,128,128'] },
  { prompt: 'a car', pins: ['boxes=car 0,32,128,96'] },
  { prompt: 'a penguin', pins: ['boxes=penguin 40,8,88,120'] },
  { prompt: 'a pizza', pins: ['boxes=pizza 48,48,80,80'] },
  { prompt: 'a cat and a pizza', pins: ['boxes=cat 0,16,64,112; pizza 64,16,128,112'] },
  { prompt: 'a cat and a pizza', pins: ['boxes=cat 0,16,64,112; pizza 64,16,128,112', 'palette=blue,white'] },
  { prompt: 'two cats', pins: ['boxes=cat 0,8,52,60; cat 60,56,128,124'] },
  { prompt: 'a cat, a dog and a fish', pins: ['boxes=cat 4,4,60,60; dog 68,4,124,60; fish 32,72,96,124'] },
];

/**
 * Pinned ellipses: upright, lying, turned either way, of things that are long by themselves and of things that are not,
 * two.
 */
export const BLOBS: readonly PinCase[] = [
  { prompt: 'a fox', pins: ['blobs=64,64,44,36,0'] },
  { prompt: 'a banana', pins: ['blobs=64,64,52,22,30'] },
  { prompt: 'a fish', pins: ['blobs=64,64,50,28,150'] },
  { prompt: 'a rocket', pins: ['blobs=64,64,56,24,60'] },
  { prompt: 'a cat', pins: ['blobs=40,80,36,28,90'] },
  { prompt: 'a carrot', pins: ['blobs=72,60,50,16,120'] },
  { prompt: 'a cat and a pizza', pins: ['blobs=34,64,40,26,90; 96,64,28,28,0'] },
];

/**
 * Pinned palettes of one, two and three colours, light, dark, strong and pale, on things of one and of many colours.
 */
export const PALETTES: readonly PinCase[] = [
  { prompt: 'a cat and a pizza', pins: ['palette=red 60%, cream 40%'] },
  { prompt: 'a cat and a pizza', pins: ['palette=blue,white'] },
  { prompt: 'a cat', pins: ['palette=blue,white'] },
  { prompt: 'a fox', pins: ['palette=#ff0000,#ffffff'] },
  { prompt: 'a crown', pins: ['palette=gold'] },
  { prompt: 'a red car', pins: ['palette=red 60%, white 40%'] },
  { prompt: 'an owl', pins: ['palette=hotpink'] },
  { prompt: 'a dragon', pins: ['palette=purple,#ffcc00'] },
  { prompt: 'a dog', pins: ['palette=navy'] },
  { prompt: 'a house', pins: ['palette=black,white'] },
  { prompt: 'a butterfly', pins: ['palette=teal 50%, orange 30%, white 20%'] },
  { prompt: 'a cat, a dog and a fish', pins: ['palette=green 50%, yellow 30%, white 20%'] },
];

/** Pinned descriptions, over a prompt that asks for something else. The judge knows all their things. */
export const DESCRIPTIONS: readonly PinCase[] = [
  'a red car , flat style',
  'a blue fish , 3d style',
  'a green frog , shaded style',
  'a yellow banana , rounded style',
  'a orange cat , flat style',
  'a white rabbit , blob style',
  'a red apple , simple style',
  'a brown bear , shaded style',
  'a purple grapes , flat style',
  'a pink pig , rounded style',
  'a black spider , flat style',
  'a gray elephant , 3d style',
  'a green tree , blob style',
  'a blue butterfly , shaded style',
  'a yellow star , flat style',
  'a red rocket , simple style',
].map((description) => ({ prompt: 'a picture of a house', pins: [`description=${description}`] }));
