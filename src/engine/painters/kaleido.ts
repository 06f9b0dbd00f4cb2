import { EngineError, SQUARE } from '../basics/index.js';
import type { Manifest } from '../manifest/index.js';
import type { Engine, PaintRequest } from '../requests/index.js';
import type { Painter } from './painter.js';

/** The engine's own painting as a painter. It paints squares, and throws EngineError `painter_refused` for all else. */
export function kaleidoPainter({ paint, paintTogether }: Engine, { name, version, licence, image }: Manifest): Painter {
  return {
    paint(request, signal) {
      requireSquare(request);
      return paint(request, signal);
    },
    paintTogether(requests) {
      for (const { request } of requests) requireSquare(request);
      return paintTogether(requests);
    },
    about: async () => ({
      name: 'kaleido',
      model: `${name} ${version}`,
      licence,
      size: image.size,
      aspects: [SQUARE],
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

function requireSquare({ aspect = SQUARE }: PaintRequest): void {
  if (aspect !== SQUARE) throw new EngineError('painter_refused', { why: 'aspect' });
}
