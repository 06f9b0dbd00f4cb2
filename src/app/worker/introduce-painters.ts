import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../core/basics/index.js';
import type { Clock, PainterStore } from '../../core/index.js';
import { EngineError, SQUARE } from '../../engine/basics/index.js';
import type { AboutPainter } from '../../engine/painters/index.js';

/** Milliseconds between two tries to reach a painter that is away. */
const AGAIN_MS = 30_000;

/** What painters are told of with. */
export interface PainterNotes {
  store: PainterStore;
  clock: Clock;
  log: Log;
}

/** Keeps what a painter says of itself, for bots to tell. A courtesy: what keeps it from that is only logged. */
export async function notePainter(
  { store, clock, log }: PainterNotes,
  name: string,
  { name: protocol, model, licence, upscaler, aspects = [SQUARE] }: AboutPainter,
): Promise<void> {
  await store
    .say({ name, protocol, model, licence, upscaler: upscaler ?? null, aspects }, clock())
    .catch((err: unknown) => {
      log.debug({ err, name }, 'what a painter is was not kept');
    });
}

/**
 * Asks each painter what it is, once it can be reached, so that bots can tell it before anything is painted.
 *
 * @returns when all are asked, or `signal` aborts
 */
export async function introducePainters(
  notes: PainterNotes,
  names: readonly string[],
  aboutOf: (name: string, signal: AbortSignal) => Promise<AboutPainter>,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(names.map((name) => introduce(notes, name, aboutOf, signal)));
}

async function introduce(
  notes: PainterNotes,
  name: string,
  aboutOf: (name: string, signal: AbortSignal) => Promise<AboutPainter>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      return await notePainter(notes, name, await aboutOf(name, signal));
    } catch (err) {
      if (signal.aborted) return;
      notes.log.warn({ err, name }, 'a painter could not be asked what it is');
      if (!(err instanceof EngineError) || err.code !== 'painter_away') return;
    }
    await sleep(AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
