import type { Progress } from '../core/index.js';

/** Sends progress one after the other; what comes while one is under way replaces what waits. */
export interface Reporter {
  report(progress: Progress): void;
  /** Resolves when the last one is sent. */
  settle(): Promise<void>;
}

/** @param onError told of what could not be sent; progress is never worth failing for */
export function createReporter(
  send: (progress: Progress) => Promise<void>,
  onError: (error: unknown) => void,
): Reporter {
  let latest: Progress | undefined;
  let sending: Promise<void> | undefined;
  const drain = async () => {
    while (latest) {
      const progress = latest;
      latest = undefined;
      await send(progress).catch(onError);
    }
    sending = undefined;
  };
  return {
    report(progress) {
      latest = progress;
      sending ??= drain();
    },
    settle: async () => sending,
  };
}
