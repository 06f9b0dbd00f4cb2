import { EngineError, type HowToWrite, type PinProblem } from '../basics/index.js';
import type { BundleTerms } from './terms.js';

/** Makes the error for a value of one kind that cannot be used. */
export type PinError = (problem: PinProblem) => EngineError;

/** The `bad_pin` errors of a kind, which show how to write it. */
export function pinErrors(kind: string, how: HowToWrite): PinError {
  return (problem) => new EngineError('bad_pin', { ...problem, kind, ...how });
}

/**
 * The `bad_pin` errors of a kind that is written in pixels, with an example that fits the bundle's pictures.
 * @param parts of a picture's side, in which `at` counts
 */
export function pinErrorsOnCanvas(
  kind: string,
  { manifest: { image } }: BundleTerms,
  parts: number,
  example: (at: (part: number) => number) => string,
): PinError {
  const at = (part: number) => Math.round((part * image.size) / parts);
  return pinErrors(kind, { example: example(at), side: image.size });
}
