/** What is broken. `connections`: all of the database's, once. */
export type Victim = 'bot' | 'worker' | 'both' | 'connections';

/**
 * How far a request is when that happens.
 * - `acknowledged`: the platform was answered, and the request is not accepted yet
 * - `accepted`: it waits for a worker
 * - `painting`: it is planned
 * - `unsent`: its result is to be shown, and Discord has not got it
 * - `unheard`: Discord shows its result, and nobody has heard that
 */
export type Stage = 'acknowledged' | 'accepted' | 'painting' | 'unsent' | 'unheard';

/**
 * One fault, and when it happens. Every one is expected to end in one grid, and `acknowledged`
 * in one sentence instead, within what `LEASES` promise.
 */
export interface Scenario {
  victim: Victim;
  stage: Stage;
}

const VICTIMS: readonly Victim[] = ['bot', 'worker', 'both', 'connections'];
/** At which any of them may be broken. */
const STAGES: readonly Stage[] = ['accepted', 'painting', 'unsent', 'unheard'];

/** All that are tried. */
export const SCENARIOS: readonly Scenario[] = [
  { victim: 'bot', stage: 'acknowledged' },
  { victim: 'both', stage: 'acknowledged' },
  ...VICTIMS.flatMap((victim) => STAGES.map((stage) => ({ victim, stage }))),
];
