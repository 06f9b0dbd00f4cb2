import { edgesIn } from './frame.js';
import { headOf } from './head.js';
import type { Layer } from './layers.js';
import type { Stage } from './placed.js';
import type { Edges } from './steps.js';

/**
 * Where the faces of what is painted lie, in pixels, from back to front: those of faces and heads, of moods, and signs about a head. Of what has a face
 * that nobody knows the place of, all of it.
 */
export function facesOf(layers: readonly Layer[], stage: Stage): Edges[] {
  const { artwork } = stage;
  return layers.flatMap((layer) => {
    const { picture, frame, flip, isThing } = layer;
    const head = isThing ? headOf(layer, stage) : undefined;
    if (head) return [head];
    return isThing && !artwork.isFace(picture) && artwork.isFaceless(picture)
      ? []
      : [edgesIn(frame, artwork, picture, flip)];
  });
}
