import { KaleidoError } from '../basics/index.js';
import { KIND_NAMES } from './kind-names.js';
import type { LatentKind } from './latents.js';

/** Makes the error for a value of one kind that cannot be used, given the problem in words. */
export type PinError = (problem: string) => KaleidoError;

/** The `bad_pin` errors of a kind; `howToWrite` is the hint: one sentence with an example. */
export function pinErrors(kind: LatentKind, howToWrite: string): PinError {
  return (problem) =>
    new KaleidoError('bad_pin', `The ${KIND_NAMES[kind]} cannot be used: ${problem}.`, {
      hint: howToWrite,
      data: { kind },
    });
}
