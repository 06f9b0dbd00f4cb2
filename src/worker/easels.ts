import type { Generation } from '../core/index.js';
import { GenerationFailed, type WorkContext } from '../core/work/index.js';
import { type AboutPainter, type Painter, paintedBy } from '../engine/painters/index.js';
import type { Engine } from '../engine/requests/index.js';
import type { ImageRecord } from '../images/index.js';
import { type Absences, createAbsences } from './absences.js';
import { createPaintLine, type PaintLine, type PaintLineOptions } from './paint-line.js';
import type { Patience } from './patience.js';
import { createSilences, type Silences } from './silences.js';

/** Who paints a generation. */
export interface Easel {
  line: PaintLine;
  /** Cells in one request at most; what is painted of others is not painted again when the painter is away. */
  cellsAtOnce?: number;
  /** Tries again while the painter is away. */
  patient: Patience;
  /** What is written of it into its pictures; absent of Kaleido itself. */
  about?: ImageRecord['painter'];
  /** Makes finished pictures larger, and what does it there; absent where nothing does. */
  upscaling?: { upscaler: string; upscale: NonNullable<Painter['upscale']> };
}

/** What it makes throws GenerationFailed `painter_missing` where a generation is for a painter that is not here. */
export type EaselFor = (
  generation: Pick<Generation, 'settings'>,
  patient: Patience,
  work: Pick<WorkContext, 'signal' | 'mayPutAside'>,
) => Promise<Easel>;

/** Told what a painter says of itself, whenever it is asked. */
export type OnPainter = (name: string, about: AboutPainter) => void;

/** The painter of a name that generations are accepted for; undefined where there is none. */
export type PainterFor = (name: string) => Painter | undefined;

/** Who paints, by whom a generation was accepted for. */
export interface Easels {
  /** Kaleido's own line. */
  line: PaintLine;
  easelFor: EaselFor;
  /** Which painters need not be asked now. */
  absences: Pick<Absences, 'isAway' | 'isAnyAway'>;
  /** Which of them are silent, and whose lines are long enough. */
  silences: Pick<Silences, 'isFull' | 'isAnyFull'>;
}

export interface EaselsOptions extends PaintLineOptions {
  /** Work that the worker has in hand at a time; see `createSilences`. */
  places: number;
  silentMs?: number | undefined;
}

/**
 * Kaleido itself, and the painters that generations may be accepted for, each with a line of its own: who waits for the
 * one does not wait for the other.
 */
export function createEasels(
  {
    engine,
    painterFor,
    onPainter = () => undefined,
  }: { engine: Pick<Engine, 'paintTogether'>; painterFor?: PainterFor; onPainter?: OnPainter },
  { places, silentMs, ...options }: EaselsOptions,
): Easels {
  const line = createPaintLine(engine, options);
  const absences = createAbsences();
  const silences = createSilences(places, silentMs);
  const others = new Map<string, { painter: Painter; line: PaintLine }>();

  function otherFor(name: string) {
    const known = others.get(name);
    const painter = known === undefined ? painterFor?.(name) : undefined;
    if (painter === undefined) return known;
    const other = { painter, line: createPaintLine(painter, { ...options, batchCells: 1 }) };
    others.set(name, other);
    return other;
  }

  return {
    line,
    async easelFor({ settings }, patient, { signal, mayPutAside = false }) {
      const { painter: name } = settings;
      if (name === undefined) return { line, patient };
      const other = otherFor(name);
      if (other === undefined) throw new GenerationFailed('painter_missing');
      const watching = absences.watching(name, patient);
      const about = await watching(() => other.painter.about(signal));
      onPainter(name, about);
      const watched = silences.watch(name, other.line, mayPutAside);
      const { upscale } = other.painter;
      const { upscaler } = about;
      return {
        ...{ line: watched, cellsAtOnce: 1, patient: watching, about: paintedBy(about) },
        ...(upscale === undefined || upscaler === undefined ? {} : { upscaling: { upscaler, upscale } }),
      };
    },
    absences,
    silences,
  };
}
