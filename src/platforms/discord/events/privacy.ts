import type { Log } from '../../../core/basics/index.js';
import type { Actor, Core } from '../../../core/index.js';

import { describe } from '../client/index.js';

/** What is left of the three seconds goes to the acknowledgement itself. */
const PATIENCE_MS = 800;

/** Whether grids that the actor asks for are private by the actor's settings or the channel's policy. */
export type PrivacyOf = (actor: Actor, asked: boolean | undefined) => Promise<boolean>;

/**
 * Discord wants to know whether an answer is ephemeral before anything else is known. Looks up what core will decide; when the
 * database is slow the answer is taken for public, and a private card replaces its empty place later (see `Shower`).
 *
 * @param patienceMs how long to wait for the database
 */
export function createPrivacy(core: Pick<Core, 'settings' | 'policy'>, log: Log, patienceMs = PATIENCE_MS): PrivacyOf {
  return async (actor, asked) => {
    if (asked === true) return true;
    const known = Promise.all([core.settings(actor), core.policy(actor)]).then(
      ([settings, policy]) => policy.isPrivate || (asked ?? settings.isPrivate ?? false),
      (error: unknown) => {
        log.warn({ problem: describe(error) }, 'Discord: privacy could not be looked up');
        return false;
      },
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), patienceMs);
    });
    return Promise.race([known, late]).finally(() => clearTimeout(timer));
  };
}
