import { Presets, SingleBar } from 'cli-progress';

/** Tells a waiting person how far the work is. */
export interface ProgressBar {
  /** Begins a stage of `total` steps, ending the one before. */
  stage(name: string, total: number): void;
  step(done: number): void;
  /** Clears the bar; call it before printing anything, and always at the end. */
  stop(): void;
}

const SILENT: ProgressBar = { stage: () => {}, step: () => {}, stop: () => {} };

/** A progress bar on a terminal; nothing at all where `stream` is a file or a pipe. */
export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (!stream.isTTY) return SILENT;
  let bar: SingleBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stage(name, total) {
      stop();
      bar = new SingleBar(
        { stream, format: `${name} {bar} {value}/{total}`, clearOnComplete: true, hideCursor: true },
        Presets.rect,
      );
      bar.start(total, 0);
    },
    step: (done) => bar?.update(done),
    stop,
  };
}
