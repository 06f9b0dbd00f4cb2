import { createRecent } from '../../basics/index.js';
import type { Manifest } from '../../manifest/index.js';
import type { OwnThing } from '../../own/index.js';
import { createColourMeasure } from './measure-colours.js';
import { measureShape } from './measure-shape.js';
import type { OwnMeasures } from './own-artwork.js';

/** Pictures whose measures are kept. */
const KEPT = 64;

/** Measures own things as training measures a memory's pictures; those of the latest ones are kept. */
export function createOwnMeasure(
  manifest: Pick<Manifest, 'tables' | 'palette'>,
): (own: OwnThing) => OwnThing & OwnMeasures {
  const coloursOf = createColourMeasure(manifest);
  const kept = createRecent<string, OwnMeasures>(KEPT);
  return (own) => ({
    ...own,
    ...kept.get(own.key, () => ({ shape: measureShape(own.picture), colours: coloursOf(own.picture) })),
  });
}
