import type { Manifest } from '../manifest/index.js';
import type { Engine } from '../requests/index.js';
import type { Painter } from './painter.js';

/** The engine's own painting as a painter. */
export function kaleidoPainter({ paint, paintTogether }: Engine, { name, version, licence, image }: Manifest): Painter {
  return {
    paint,
    paintTogether,
    about: async () => ({
      name: 'kaleido',
      model: `${name} ${version}`,
      licence,
      size: image.size,
      can: {
        progress: true,
        previews: true,
        seed: true,
        image: true,
        negative: true,
        transparency: true,
        anyWords: false,
      },
    }),
  };
}
