import type { RgbaImage } from '../engine/basics/index.js';
import type { Engine, PaintEvent, PaintRequest } from '../engine/requests/index.js';

export interface PaintLineOptions {
  /** Most cells of different requests that are painted together; a larger request is painted by itself. */
  batchCells: number;
  /** Told of each run of the denoiser. */
  onPainted?: (milliseconds: number, cells: number) => void;
}

/** Paints requests one batch after another. */
export interface PaintLine {
  /**
   * Paints when its turn comes, together with others of the same settings that wait then.
   *
   * @param isPatient others go first, also while it is painted: one batch of them after each denoiser call
   * @param waiting throws its reason as long as the turn has not come
   * @returns a picture for each cell
   * @throws the signal's reason, at the latest one denoiser call after it was aborted
   */
  paint(
    request: PaintRequest,
    signal: AbortSignal,
    onEvent: (event: PaintEvent) => void,
    isPatient?: boolean,
    waiting?: AbortSignal,
  ): Promise<RgbaImage[]>;
}

interface Waiting {
  request: PaintRequest;
  signal: AbortSignal;
  onEvent: (event: PaintEvent) => void;
  isPatient: boolean;
  resolve: (images: RgbaImage[]) => void;
  reject: (reason: unknown) => void;
}

/** Requests wait here while the denoiser is busy, which is when others of the same settings join them. */
export function createPaintLine(
  engine: Pick<Engine, 'paintTogether'>,
  { batchCells, onPainted = () => undefined }: PaintLineOptions,
): PaintLine {
  const paint = (batch: readonly Waiting[]) => paintBatch(engine, batch, { letOthersGo, onPainted });
  let line: Waiting[] = [];
  let isBusy = false;

  function nextBatch(isForPatient = true): Waiting[] {
    for (const { signal, reject } of line) if (signal.aborted) reject(signal.reason);
    const waiting = line.filter(({ signal }) => !signal.aborted);
    const urgent = waiting.filter(({ isPatient }) => !isPatient);
    const batch = batchOf(urgent.length > 0 || !isForPatient ? urgent : waiting, batchCells);
    line = waiting.filter((one) => !batch.includes(one));
    return batch;
  }

  async function letOthersGo(): Promise<void> {
    const batch = nextBatch(false);
    if (batch.length > 0) await paintOrFail(batch, paint);
  }

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) await paintOrFail(batch, paint);
    } finally {
      isBusy = false;
    }
  }

  return {
    paint: (request, signal, onEvent, isPatient = false, waiting) =>
      untilLeft(waiting === undefined ? signal : AbortSignal.any([signal, waiting]), (resolve, reject) => {
        const one = { request, signal, onEvent, isPatient, resolve, reject };
        line.push(one);
        void work();
        return () => {
          if (!line.includes(one)) return false;
          line = line.filter((other) => other !== one);
          return true;
        };
      }),
  };
}

/** What somebody in a line is told, unless a signal takes him out of it. @param come gives a way out */
async function untilLeft(
  over: AbortSignal,
  come: (resolve: Waiting['resolve'], reject: Waiting['reject']) => () => boolean,
): Promise<RgbaImage[]> {
  let leave: () => void = () => undefined;
  try {
    return await new Promise((resolve, reject) => {
      const leaves = come(resolve, reject);
      leave = () => {
        if (leaves()) reject(over.reason);
      };
      over.addEventListener('abort', leave, { once: true });
    });
  } finally {
    over.removeEventListener('abort', leave);
  }
}

/** Paints all of a batch, and tells each of its own. */
async function paintBatch(
  engine: Pick<Engine, 'paintTogether'>,
  batch: readonly Waiting[],
  { letOthersGo, onPainted }: Required<Pick<PaintLineOptions, 'onPainted'>> & { letOthersGo: () => Promise<void> },
): Promise<void> {
  const start = performance.now();
  let others = 0;
  for await (const { index, event } of engine.paintTogether(batch)) {
    const { onEvent, resolve, isPatient } = batch[index]!;
    onEvent(event);
    if (event.type === 'done') resolve(event.images);
    if (!isPatient || event.type !== 'step') continue;
    const since = performance.now();
    await letOthersGo();
    others += performance.now() - since;
  }
  onPainted(
    performance.now() - start - others,
    batch.reduce((sum, { request }) => sum + request.cells.length, 0),
  );
  // Those that were done have been told already.
  for (const { signal, reject } of batch) reject(signal.reason);
}

async function paintOrFail(
  batch: readonly Waiting[],
  paint: (batch: readonly Waiting[]) => Promise<void>,
): Promise<void> {
  try {
    await paint(batch);
  } catch (error) {
    if (batch.length === 1) return batch[0]!.reject(error);
    // What one of them cannot have, or the memory that all need at once, must not fail the others.
    for (const one of batch) await paintOrFail([one], paint);
  }
}

/** The first of a line, and all behind it that fit beside it. */
function batchOf(waiting: readonly Waiting[], batchCells: number): Waiting[] {
  const [first] = waiting;
  let cells = 0;
  return waiting.filter((one) => {
    const count = one.request.cells.length;
    const fits = one === first || (cells + count <= batchCells && canJoin(one.request, first!.request));
    if (fits) cells += count;
    return fits;
  });
}

function canJoin(one: PaintRequest, other: PaintRequest): boolean {
  return settingsOf(one) === settingsOf(other);
}

function settingsOf({
  sampler,
  steps,
  guidance,
  guidanceRule,
  guidanceInterval,
  cads,
  isBare,
  aspect,
}: PaintRequest): string {
  return JSON.stringify([sampler, steps, guidance, guidanceRule, guidanceInterval, cads, isBare, aspect]);
}
