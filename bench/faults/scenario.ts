/** What is broken. `connections`: all of the database's, once. */
export type Victim = 'bot' | 'worker' | 'both' | 'connections';

/**
 * How far a request is when that happens.
 * - `accepted`: it waits for a worker
 * - `painting`: it is planned
 * - `unsent`: its result is to be shown, and Discord has not got it
 * - `unheard`: Discord shows its result, and nobody has heard that
 */
export type Stage = 'accepted' | 'painting' | 'unsent' | 'unheard';

/** One fault, and when it happens. Every one is expected to end in one grid, within what `LEASES` promise. */
export interface Scenario {
  victim: Victim;
  stage: Stage;
}

const VICTIMS: readonly Victim[] = ['bot', 'worker', 'both', 'connections'];
const STAGES: readonly Stage[] = ['accepted', 'painting', 'unsent', 'unheard'];

/** All that are tried. */
export const SCENARIOS: readonly Scenario[] = VICTIMS.flatMap((victim) => STAGES.map((stage) => ({ victim, stage })));
