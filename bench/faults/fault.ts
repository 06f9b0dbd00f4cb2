import type { FaultWorld, Needs } from './fault-world.js';

/** One thing that goes wrong. */
export interface Fault {
  needs?: Needs;
  /** The bot may not write there any more, and so not take away what it had written. */
  shutsOut?: true;
  /** Before anything is asked. */
  prepare?(world: FaultWorld): Promise<void> | void;
  /**
   * Does it, at its stage; mends it again where it is not to last. Time to recover counts from the end of it, or from
   * when it calls `begun`.
   */
  happen(world: FaultWorld, begun: () => void): Promise<unknown>;
  /** After the grid is shown: what wakes up then must change nothing. */
  after?(world: FaultWorld): Promise<unknown>;
  /** Images that somebody is to have been granted; 0 when absent. */
  granted?: number;
}
