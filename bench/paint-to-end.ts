import type { RgbaImage } from '../src/engine/basics/rgba-image.js';
import type { Engine, PaintRequest } from '../src/engine/requests/types.js';

/** Paints to the end and returns the finished cells. */
export async function paintToEnd(engine: Engine, request: PaintRequest): Promise<RgbaImage[]> {
  for await (const event of engine.paint(request)) if (event.type === 'done') return event.images;
  throw new Error(`The painting of "${request.prompt}" ended without pictures.`);
}
