import { loadBundle } from '../../../src/engine/bundle/bundle.js';
import { createPictures } from '../../../src/engine/memory/index.js';
import { encodePng } from '../../../src/images/sharp.js';
import { TINY_BUNDLE } from '../command-line.js';

/** A PNG of a rocket, which the tiny bundle knows. */
export async function rocketPng(): Promise<Buffer> {
  const bundle = await loadBundle(TINY_BUNDLE);
  const { kind, shows } = bundle.memory.measures;
  const rocket = bundle.memory.things.findIndex(({ name }) => name === 'rocket');
  return encodePng(await createPictures(bundle).read(shows.findIndex((thing, k) => thing === rocket && kind[k] === 0)));
}
