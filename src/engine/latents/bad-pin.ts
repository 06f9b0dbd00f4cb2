import { KaleidoError } from '../basics/index.js';

/** Makes the error for a value of one kind that cannot be used, given the problem in words. */
export type PinError = (problem: string) => KaleidoError;

/**
 * The `bad_pin` errors of a kind.
 * @param kind and what people call it
 * @param howToWrite the hint: one sentence with an example
 */
export function pinErrors({ kind, name }: { kind: string; name: string }, howToWrite: string): PinError {
  return (problem) =>
    new KaleidoError('bad_pin', `The ${name} cannot be used: ${problem}.`, { hint: howToWrite, data: { kind } });
}
