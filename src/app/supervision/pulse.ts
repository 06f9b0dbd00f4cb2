import { z } from 'zod';

/** Milliseconds between two beats, and between two looks at whether one came. */
export const BEAT_MS = 1_000;
/** Without progress for so long, in ms, nothing is taken for stuck, however quick its steps are. */
const LEAST_LIMIT_MS = 20_000;
/** Milliseconds that the code and the files of a worker may take to be read, under which no beat may come for long. */
export const STARTING_LIMIT_MS = 3 * 60_000;
/** How long, in ms, making graphs ready may take, under which no beat comes: some providers compile a model first. */
const LOADING_LIMIT_MS = 15 * 60_000;
/** Steps' time without progress after which a worker is taken for stuck. */
const STEPS = 5;

const beatSchema = z.object({
  type: z.literal('beat'),
  /** It has started and takes work. */
  isReady: z.boolean(),
  /** A model has work. */
  isBusy: z.boolean(),
  /** Grows with each call of a model. */
  progress: z.int().nonnegative(),
  /** Milliseconds without a beat, or without progress while busy, after which it is stuck. */
  limitMs: z.number().positive(),
});

/** What a worker process tells the one that watches it, over their channel. */
export type Beat = z.infer<typeof beatSchema>;

/** A message of a worker, or null when it is something else. */
export function readBeat(message: unknown): Beat | null {
  return beatSchema.safeParse(message).data ?? null;
}

/** Tells the process that watches this one that it lives, and whether its models get on. */
export interface Pulse {
  /** It has started. */
  ready(): void;
  /** Marks the time in which a model is loaded, where no beat may come for long. @returns ends it */
  loading(): () => void;
  /** A call of a model came back. */
  step(): void;
  /** Marks the time in which calls of models are to be expected. @returns ends it */
  busy(): () => void;
  stop(): void;
}

/**
 * Beats once a second from the event loop: under a call that never returns, or in a process that is stopped, no beat
 * comes.
 *
 * @param stepMs what one step of the model takes at most
 * @param send the channel; nothing is told where there is none
 */
export function createPulse(stepMs: number, send: ((beat: Beat) => void) | undefined): Pulse {
  let isReady = false;
  let working = 0;
  let progress = 0;
  const usualMs = Math.max(LEAST_LIMIT_MS, STEPS * stepMs);
  let limitMs = STARTING_LIMIT_MS;
  const beat = () => send?.({ type: 'beat', isReady, isBusy: working > 0, progress, limitMs });
  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  beat();
  return {
    ready() {
      isReady = true;
      beat();
    },
    loading() {
      limitMs = LOADING_LIMIT_MS;
      beat();
      return () => {
        limitMs = usualMs;
        beat();
      };
    },
    step() {
      progress++;
    },
    busy() {
      working++;
      beat();
      let isOver = false;
      return () => {
        if (!isOver) working--;
        isOver = true;
      };
    },
    stop: () => clearInterval(timer),
  };
}
