import { isOutage } from '../core/basics/index.js';
import type { Patience } from './patience.js';

/** Milliseconds for which a painter that was away is taken for away still. */
const TRUSTED = 2_000;

/** Which painters were away just now, as one worker saw it. */
export interface Absences {
  /** Whether the painter need not be asked. */
  isAway(name: string): boolean;
  /** Whether any of them need not be. */
  isAnyAway(): boolean;
  /**
   * Lets a step that needs the painter go on, or fail as the last one did while it is taken for away. Of those that
   * come after that time one asks, and for the others it is away until that one was answered: a painter that is silent
   * costs no more than one place.
   */
  watching(name: string, patient: Patience): Patience;
}

/** What is known of one painter: the error that said so, and until when it is believed, by `performance.now()`. */
interface Absence {
  error: unknown;
  until: number;
}

export function createAbsences(): Absences {
  const absences = new Map<string, Absence>();
  const isAway = (name: string) => (absences.get(name)?.until ?? 0) > performance.now();
  return {
    isAway,
    isAnyAway: () => [...absences.keys()].some(isAway),
    watching: (name, patient) => async (step) => {
      const absence = absences.get(name);
      if (absence !== undefined) {
        if (absence.until > performance.now()) throw absence.error;
        absence.until = Number.POSITIVE_INFINITY;
      }
      try {
        const result = await patient(step);
        absences.delete(name);
        return result;
      } catch (error) {
        if (isOutage(error)) absences.set(name, { error, until: performance.now() + TRUSTED });
        // Refused or cancelled: it says nothing of where the painter is.
        else absences.delete(name);
        throw error;
      }
    },
  };
}
