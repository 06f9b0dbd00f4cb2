import type { World } from './state/world.js';

/** What is left of a type when it is so. */
export type Present<Value> = Exclude<Value, false | null | undefined | 0 | ''>;

/** Things outside the server that a condition looks at tell nobody that they changed. */
const LOOK_AGAIN_MS = 50;

/**
 * Looks at a condition after every change, and now and then.
 *
 * @returns what the condition returned; undefined when the time was over first
 */
export async function waitFor<Value>(
  changes: World,
  condition: () => Value,
  timeoutMs: number,
): Promise<Present<Value> | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = condition();
    if (isPresent(value)) return value;
    if (performance.now() > deadline) return undefined;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        changes.off('change', wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_AGAIN_MS);
      changes.on('change', wake);
    });
  }
}

function isPresent<Value>(value: Value): value is Value & Present<Value> {
  return Boolean(value);
}
