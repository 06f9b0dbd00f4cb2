import { EngineError, type RgbaImage, SQUARE } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import type { DraftsOfAll } from '../draft/index.js';
import { type CheckedCell, checkPaintRequest, type PaintEvent, type PaintRequest } from '../requests/index.js';
import type { Painter, PictureRequest, PictureSource } from './painter.js';
import { planInWords } from './plan-in-words.js';
import { roughComposition } from './rough-composition.js';

/** Steps that one picture counts as, whatever the engine takes. */
const STEPS = 20;

/** What plans are put into an engine's terms with. */
export interface PlanPainterParts {
  context: LatentContext;
  drafts: DraftsOfAll;
}

/**
 * Paints plans with any text-to-image engine, picture after picture: each is asked for in words and begins with the
 * plan's rough composition. How a picture is finished (pixel art, watercolour) is said and not done to it.
 *
 * Painting throws EngineError `painter_refused` for a picture that is black all over or a shape that the source does
 * not paint, and those of the source.
 */
export function createPlanPainter(parts: PlanPainterParts, source: PictureSource): Painter {
  async function* paint(request: PaintRequest, signal?: AbortSignal): AsyncGenerator<PaintEvent, void, undefined> {
    await requirePainted(source, request, signal);
    const asked = await pictureRequests(parts, request);
    const steps = STEPS * asked.length;
    const images: RgbaImage[] = [];
    for (const one of asked) {
      const before = STEPS * images.length;
      for await (const event of source.picture(one, signal)) {
        if (event.type === 'done') images.push(shown(event.image));
        const step = event.type === 'done' ? before + STEPS : before + Math.floor(STEPS * event.part);
        yield { type: 'step', step, steps };
        const sofar = event.type === 'part' && event.image ? [...images, event.image] : images;
        if (request.previewEvery && sofar.length > 0) yield { type: 'preview', step, steps, images: [...sofar] };
      }
    }
    yield { type: 'done', images };
  }

  return {
    about: source.about,
    ...(source.upscale === undefined ? {} : { upscale: source.upscale.bind(source) }),
    paint,
    async *paintTogether(requests) {
      for (const [index, { request, signal }] of requests.entries()) {
        try {
          for await (const event of paint(request, signal)) yield { index, event };
        } catch (error) {
          if (signal?.aborted !== true) throw error;
        }
      }
    },
  };
}

/** @throws EngineError `painter_refused` for a shape that the source does not paint */
async function requirePainted(source: PictureSource, { aspect = SQUARE }: PaintRequest, signal?: AbortSignal) {
  if (aspect === SQUARE) return;
  const { aspects } = await source.about(signal);
  if (aspects?.includes(aspect) !== true) throw new EngineError('painter_refused', { why: 'aspect' });
}

async function pictureRequests(
  { context, drafts }: PlanPainterParts,
  request: PaintRequest,
): Promise<PictureRequest[]> {
  const { cells, prompt, reading, own, aspect } = checkPaintRequest(request, context, (draft, things) =>
    drafts.withOwn(things).has(draft),
  );
  const { steps, guidance } = request;
  return Promise.all(
    cells.map(async (cell: CheckedCell) => {
      const asked = cell.prompt ?? prompt;
      const start = await roughComposition(cell, drafts.withOwn(own), context.manifest.image.size, aspect);
      return {
        ...planInWords(cell, asked, context.reader.read(asked, reading), reading.without),
        seed: cell.seed,
        ...(aspect === SQUARE ? {} : { aspect }),
        ...(steps === undefined ? {} : { steps }),
        ...(guidance === undefined ? {} : { guidance }),
        ...(start === undefined ? {} : { start }),
      };
    }),
  );
}

/** Of 255; below it nothing is seen. */
const BLACK = 4;

/** @throws EngineError `painter_refused` where nothing is to be seen: what filters of engines leave of a picture */
function shown(image: RgbaImage): RgbaImage {
  if (image.data.every((value, at) => at % 4 === 3 || value < BLACK)) {
    throw new EngineError('painter_refused', { why: 'black' });
  }
  return image;
}
