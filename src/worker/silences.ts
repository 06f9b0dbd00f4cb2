import type { PaintLine } from './paint-line.js';

/** Milliseconds without a word after which a painter counts as silent: slow ones take longer for a picture. */
const SILENT_MS = 10_000;
/** Milliseconds between two looks. */
const LOOK_EVERY_MS = 1_000;

/** Thrown out of the line of a painter that is silent, so that others have the place. What it asks for goes on. */
export class PainterSilent extends Error {
  override readonly name = 'PainterSilent';
}

/** Work that is in a painter's line. */
interface Held {
  painter: string;
  /** Ends its wait, or does nothing where it waits no more; absent where it may not, or was told to. */
  giveUp?: (() => void) | undefined;
}

/**
 * Keeps painters that take requests and never answer from holding every place of a worker. A line paints one picture
 * after another, so that all behind the first only wait: where nothing was heard of a painter for ten seconds and such
 * hold all places, whoever came last into such a line leaves it.
 */
export interface Silences {
  /**
   * The same line, in which what waits may be thrown out by PainterSilent.
   * @param name of whose line it is
   * @param mayLeave whether what is to be painted may be put aside
   */
  watch(name: string, line: PaintLine, mayLeave: boolean): PaintLine;
  /** Whether nobody need come into the painter's line now. */
  isFull(name: string): boolean;
  /** Whether any painter's is so. */
  isAnyFull(): boolean;
}

/** @param places that a worker has for work; with one there is nobody to leave it to */
export function createSilences(places: number, silentMs = SILENT_MS): Silences {
  const all = new Set<Held>();
  const heardAt = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;

  const isSilent = (name: string) => performance.now() - (heardAt.get(name) ?? Number.POSITIVE_INFINITY) > silentMs;
  const ofSilent = () => [...all].filter(({ painter }) => isSilent(painter));

  function look(): void {
    const held = ofSilent();
    const last = held.findLast(({ giveUp }) => giveUp !== undefined);
    if (places < 2 || held.length < places || last === undefined) return;
    last.giveUp!();
    last.giveUp = undefined;
  }

  function come(held: Held): void {
    all.add(held);
    if (!heardAt.has(held.painter)) heardAt.set(held.painter, performance.now());
    timer ??= setInterval(look, Math.min(LOOK_EVERY_MS, silentMs)).unref();
  }

  function go(held: Held): void {
    all.delete(held);
    if (![...all].some(({ painter }) => painter === held.painter)) heardAt.delete(held.painter);
    if (all.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  const isFull = (name: string) => isSilent(name) && ofSilent().length >= places - 1;

  return {
    isFull,
    isAnyFull: () => [...heardAt.keys()].some(isFull),
    watch: (painter, line, mayLeave) =>
      watched(line, {
        come(giveUp) {
          const held: Held = { painter, giveUp: mayLeave ? giveUp : undefined };
          come(held);
          return () => go(held);
        },
        heard: () => void heardAt.set(painter, performance.now()),
      }),
  };
}

/** What is told of a line. */
interface Watcher {
  /** Somebody came into it. @returns tells that he went */
  come(giveUp: () => void): () => void;
  /** Its painter said something. */
  heard(): void;
}

function watched({ paint }: PaintLine, { come, heard }: Watcher): PaintLine {
  return {
    async paint(request, signal, onEvent, isPatient) {
      const left = new AbortController();
      const go = come(() => left.abort(new PainterSilent()));
      const onHeard: typeof onEvent = (event) => {
        heard();
        onEvent(event);
      };
      try {
        return await paint(request, signal, onHeard, isPatient, left.signal);
      } catch (error) {
        if (!left.signal.aborted && !signal.aborted) heard();
        throw error;
      } finally {
        go();
      }
    },
  };
}
