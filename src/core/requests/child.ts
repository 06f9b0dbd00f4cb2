import type { LatentKind } from '../../engine/latents/index.js';
import { isChildPrivate, type Opened } from '../access/index.js';

import type { AcceptedNow, Origin } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { policyOf } from '../policy/index.js';
import type { Actor, CellTask, Generation, GenerationOrigin, GenerationSettings, Pin } from '../types.js';
import { ask } from './ask.js';
import { drawSeed } from './imagine.js';

/** What a child generation has of its own; the rest is its parent's. */
export interface Child {
  origin: GenerationOrigin;
  tasks: (seed: number) => CellTask[];
  pins: readonly Pin[];
  settings?: Partial<GenerationSettings>;
}

/**
 * Asks for a child generation: the parent's prompt and settings with a new seed, and as private as `isChildPrivate`
 * says.
 *
 * @throws CoreError, see `ask`
 */
export async function askForChild(
  deps: CoreDeps,
  actor: Actor,
  parent: Opened<'make'>,
  { origin, tasks, pins, settings }: Child,
  where: Origin,
): Promise<AcceptedNow> {
  const [policy, own] = await Promise.all([policyOf(deps, actor), deps.store.settings.user(actor)]);
  const seed = drawSeed();
  const made = tasks(seed);
  return ask(
    deps,
    actor,
    {
      parent,
      origin,
      prompt: parent.prompt,
      settings: {
        ...parent.settings,
        isPrivate: isChildPrivate(actor, parent, where.isPrivate, own.isPrivate ?? false),
        upscale: undefined,
        ...settings,
        ...(parent.settings.moods?.length === made.length ? {} : { moods: undefined, isMoving: undefined }),
        count: made.length,
        seed,
      },
      tasks: made,
      pins,
    },
    policy,
    where,
  );
}

/** Origin of the next grid of the same kind: that of a plan is a plan, to be paid for when it is painted. */
export function planOr(parent: Generation, origin: GenerationOrigin): GenerationOrigin {
  return parent.status === 'planned' ? 'plan' : origin;
}

/** Kinds of a generation's cells. */
export function kindsToUse({ model }: CoreDeps, { settings }: Generation): readonly LatentKind[] {
  return settings.kinds ?? model.manifest.kinds;
}
