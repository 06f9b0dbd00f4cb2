import { basename } from 'node:path';
import { ASPECTS, SQUARE, sizeOfAspect } from '../engine/basics/index.js';
import type { AboutPainter, PictureEvent, PictureRequest, PictureSource } from '../engine/painters/index.js';
import { noiseOf, paint } from './paint.js';
import { createPreviewer, type Previewer } from './previewer.js';
import { type ModelFolder, readFolder } from './read-folder.js';
import type { Shelf } from './shelf.js';

/** A folder that paints, and what is asked of it where nobody asks for more. */
export interface FolderOptions {
  dir: string;
  /** What people call it; default: the folder's own name. */
  name?: string | undefined;
  /** Side of square pictures in pixels; default: that which the network was trained for. */
  size?: number | undefined;
  /** Default of both: by the kind of model. */
  steps?: number | undefined;
  guidance?: number | undefined;
}

/** A folder as it stands on this machine. */
export interface OpenedFolder {
  /** Of its files. */
  bytes: number;
  /** What its UNet runs on. */
  provider: string;
}

/** A painter of plans whose networks are in a folder on this machine. */
export interface FolderPainter extends PictureSource {
  /** Opens the networks, as painting would. @throws EngineError `painter_invalid` */
  open(signal?: AbortSignal): Promise<OpenedFolder>;
}

/** Steps and guidance that a kind of model wants. */
interface Usual {
  steps: number;
  guidance: number;
  /** More steps would each blur what the one before made. */
  mostSteps?: number;
}
const CONSISTENCY: Usual = { steps: 6, guidance: 8, mostSteps: 8 };
/** Distilled to a few steps without guidance, in all of which the timesteps trail. */
const TURBO: Usual = { steps: 4, guidance: 1 };
const OTHERS: Usual = { steps: 20, guidance: 7 };

/** Paints with a folder in the layout of ONNX exports. Only one folder of a shelf is in memory at a time. */
export function createFolderPainter(options: FolderOptions, shelf: Shelf): FolderPainter {
  const previewer = createPreviewer();
  return {
    about: async () => aboutFolder(options, await readFolder(options.dir)),
    picture: (request, signal) => picture(options, { shelf, previewer }, request, signal),
    async open(signal) {
      const { folder, networks, leave } = await shelf.take(options.dir, signal);
      try {
        const { provider } = await networks.open(folder.unet);
        for (const { graph } of folder.texts) await networks.open(graph);
        await networks.open(folder.decoder);
        for (const graph of [folder.encoder, folder.checker?.graph])
          if (graph !== undefined) await networks.open(graph);
        return { bytes: folder.bytes, provider };
      } finally {
        leave();
      }
    },
  };
}

function aboutFolder({ dir, name, size, guidance }: FolderOptions, folder: ModelFolder): AboutPainter {
  return {
    name: 'diffusers',
    model: name ?? basename(dir),
    licence: folder.licence,
    size: size ?? folder.side,
    aspects: folder.isSquare ? [SQUARE] : ASPECTS,
    can: {
      progress: true,
      previews: showsPreviews(folder),
      seed: true,
      image: folder.encoder !== undefined,
      negative: (guidance ?? usualOf(folder).guidance) > 1 && !isConsistency(folder),
      transparency: false,
      anyWords: true,
    },
  };
}

async function* picture(
  { dir, size, ...usual }: FolderOptions,
  { shelf, previewer }: { shelf: Shelf; previewer: Previewer },
  { prompt, negative, seed, start, aspect = SQUARE, ...asked }: PictureRequest,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  const { folder, networks, leave } = await shelf.take(dir, signal);
  try {
    const kind = usualOf(folder);
    const steps = Math.min(asked.steps ?? usual.steps ?? kind.steps, kind.mostSteps ?? Number.POSITIVE_INFINITY);
    const guidance = asked.guidance ?? usual.guidance ?? kind.guidance;
    const pixels = sizeOfAspect(size ?? folder.side, aspect, folder.multiple);
    const request = { prompt, negative, start, steps, guidance, size: pixels };
    const shown = showsPreviews(folder) ? { previewer } : {};
    yield* paint(folder, networks, request, { noiseAt: noiseOf(seed), ...shown }, signal);
  } finally {
    leave();
  }
}

/** What is looked at before it is shown, nobody sees while it comes about. */
function showsPreviews({ checker }: ModelFolder): boolean {
  return checker === undefined;
}

function usualOf(folder: ModelFolder): Usual {
  if (isConsistency(folder)) return CONSISTENCY;
  return folder.spacing === 'trailing' ? TURBO : OTHERS;
}

const isConsistency = ({ schedulerName }: ModelFolder) => schedulerName === 'LCMScheduler';
