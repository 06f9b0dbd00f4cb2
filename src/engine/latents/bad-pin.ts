import { EngineError, type HowToWrite, type PinProblem } from '../basics/index.js';

/** Makes the error for a value of one kind that cannot be used. */
export type PinError = (problem: PinProblem) => EngineError;

/** The `bad_pin` errors of a kind, which show how to write it. */
export function pinErrors(kind: string, how: HowToWrite): PinError {
  return (problem) => new EngineError('bad_pin', { ...problem, kind, ...how });
}
