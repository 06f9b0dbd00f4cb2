import { repeatAlong } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import {
  type CellWay,
  type Condition,
  type ConditionRow,
  type DiffusionPart,
  decodeGuesses,
  joinRows,
  paint,
  paintTogether,
  seededNoise,
} from '../diffusion/index.js';
import { asPainted, type Draft, type Drafts, type DraftsOfAll } from '../draft/index.js';
import { finishNamed } from '../finishes/index.js';
import type { GraphFile } from '../manifest/index.js';
import type { OwnThing } from '../own/index.js';
import type { Prior } from '../prior/index.js';
import {
  type CheckedCell,
  type CheckedPaintRequest,
  checkPaintRequest,
  type Engine,
  type PaintEvent,
  recallSettings,
} from '../requests/index.js';

import type { Session } from '../runtime/index.js';

/** What painting is made of. */
export interface PaintingParts {
  context: LatentContext;
  prior: Prior;
  drafts: Pick<DraftsOfAll, 'withOwn'>;
  /** The visual tokens of pictures [4, size, size], −1…1. */
  encodePictures(pictures: readonly Float32Array[]): Promise<number[][]>;
  open(file: GraphFile): Promise<Session>;
  /** Most cells in one denoiser call; default 4. */
  cellsPerCall?: number;
}

/** The engine's painting half. The graphs that paint are opened by the first call. */
export function createPainting(parts: PaintingParts): Pick<Engine, 'paint' | 'paintTogether'> {
  const { context, drafts, cellsPerCall } = parts;
  const { schedule, image } = context.manifest;
  const setup = { schedule, resolutions: image.resolutions, ...(cellsPerCall === undefined ? {} : { cellsPerCall }) };

  const hasDraft = (draft: Draft, own?: readonly OwnThing[]) => drafts.withOwn(own).has(draft);

  async function openModels() {
    const [visualDecoder, conditioner, denoiser] = await Promise.all([
      parts.open('visual_decoder.onnx'),
      parts.open('conditioner.onnx'),
      parts.open('denoiser.onnx'),
    ]);
    return { models: { conditioner, denoiser }, visualDecoder };
  }

  return {
    async *paint(request, signal) {
      const checked = checkPaintRequest(request, context, hasDraft);
      signal?.throwIfAborted();
      const { models, visualDecoder } = await openModels();
      const part = await partOf(parts, visualDecoder, checked);
      for await (const event of paint(models, { ...part, ...setup }, checked.previewEvery, signal)) {
        yield finished(event, checked);
      }
    },

    async *paintTogether(requests) {
      const checked = requests.map(({ request }) => checkPaintRequest(request, context, hasDraft));
      if (checked.length === 0) return;
      const { models, visualDecoder } = await openModels();
      const joint: DiffusionPart[] = [];
      for (const [index, one] of checked.entries()) {
        joint.push({ ...(await partOf(parts, visualDecoder, one)), signal: requests[index]!.signal });
      }
      const previews = checked.map(({ previewEvery }) => previewEvery);
      for await (const { part, event } of paintTogether(models, { parts: joint, ...setup }, previews)) {
        yield { index: part, event: finished(event, checked[part]!) };
      }
    },
  };
}

/** The event with its pictures as the cells are to be finished. */
function finished(event: PaintEvent, { cells, isBare }: CheckedPaintRequest): PaintEvent {
  if (event.type === 'step' || isBare) return event;
  const images = event.images.map((image, k) => finishNamed(cells[k]!.finish)?.apply(image) ?? image);
  return { ...event, images };
}

async function partOf(
  parts: PaintingParts,
  visualDecoder: Session,
  { prompt, reading, own, cells: asked, isBare }: CheckedPaintRequest,
): Promise<DiffusionPart> {
  const drafts = parts.drafts.withOwn(own);
  const cells = isBare ? await bareCells(drafts, parts.encodePictures, asked) : asked;
  const ways: CellWay[] = [];
  for (const cell of cells) ways.push(await wayOf(drafts, cell, isBare));
  return {
    condition: await conditionOf(parts, visualDecoder, { prompt, reading, cells }),
    noise: seededNoise(cells.map(({ seed }) => seed)),
    ways,
  };
}

/** Cells whose visual tokens are those of their drafts without marks. */
async function bareCells(
  drafts: Pick<Drafts, 'picture'>,
  encodePictures: PaintingParts['encodePictures'],
  cells: readonly CheckedCell[],
): Promise<CheckedCell[]> {
  const marked = cells.filter(({ draft }) => draft !== undefined);
  const tokens = await encodePictures(await Promise.all(marked.map(({ draft }) => drafts.picture(draft!, true))));
  return cells.map((cell) => {
    const at = marked.indexOf(cell);
    return at < 0 ? cell : { ...cell, latents: { ...cell.latents, tokens: tokens[at]! } };
  });
}

async function wayOf(
  drafts: Pick<Drafts, 'picture' | 'kept'>,
  { settings, draft }: CheckedCell,
  isBare: boolean,
): Promise<CellWay> {
  if (draft === undefined) return { settings };
  const { start: at, keepsDetail } = recallSettings(draft.recall);
  if (at === 1) return { settings };
  const picture = await drafts.picture(draft, isBare);
  return { settings, start: { picture, at, ...(keepsDetail ? { kept: drafts.kept(draft, picture, isBare) } : {}) } };
}

/** The latents, which say how the picture is finished, as the networks know them. */
function paintedLatents({ latents, draft }: CheckedCell): CheckedCell['latents'] {
  const { description } = latents;
  return draft?.finish === undefined || description === undefined
    ? latents
    : { ...latents, description: asPainted(description, draft) };
}

/** The condition of all cells, in order. Cells of one prompt go through the prior together. */
async function conditionOf(
  { prior, context }: PaintingParts,
  visualDecoder: Session,
  { prompt, reading, cells }: Pick<CheckedPaintRequest, 'prompt' | 'reading' | 'cells'>,
): Promise<Condition> {
  const prompts = cells.map((cell) => cell.prompt ?? prompt);
  const rows: ConditionRow[] = [];
  for (const one of new Set(prompts)) {
    const mine = [...prompts.keys()].filter((cell) => prompts[cell] === one);
    const latents = mine.map((cell) => paintedLatents(cells[cell]!));
    const encoding = await prior.encode(one, reading);
    const { hidden, mask } = await prior.hiddenStates(encoding, latents);
    const tokens = latents.map((row) => row.tokens);
    const condition = {
      encoderStates: repeatAlong(encoding.states, 0, mine.length),
      encoderMask: repeatAlong(encoding.mask, 0, mine.length),
      hiddenStates: hidden,
      hiddenMask: mask,
      guess: await decodeGuesses(visualDecoder, tokens, context.manifest.image.size),
    };
    mine.forEach((cell, row) => {
      rows[cell] = { condition, row };
    });
  }
  return joinRows(rows);
}
