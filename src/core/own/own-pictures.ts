import { LIMITS } from '../../engine/basics/index.js';
import { aboutOwn, namesOwn } from '../../engine/words/index.js';
import { CoreError } from '../basics/index.js';
import { nameKey } from '../contents/index.js';
import type { AcceptedNow, ImagineInput } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { removeFiles } from '../retention/index.js';
import type { Actor, OwnPicture, Policy } from '../types.js';
import { type KeptPicture, keptPicture } from './kept-picture.js';
import { mayBeDrawn, requireOwnPictures } from './policy.js';

/** The pictures of a request that are people's own. */
export interface OwnPictures {
  /** Those that were brought, those of the grid that it is made of, and the saved things that the prompt names. */
  own: OwnPicture[];
  /** Names one of those that were brought. */
  prompt: string;
  /** Keeps what was brought while `ask` asks for the grid, and from then on if the grid has it. */
  keptFor(ask: () => Promise<AcceptedNow>): Promise<AcceptedNow>;
}

/**
 * Takes the pictures that somebody brings with a prompt, and finds the saved things that the prompt names; what was
 * brought counts before what is saved, one's own before the space's.
 *
 * @param before of the grid that it is made of
 * @throws CoreError `own_pictures_refused`, `bad_value` for too many of them; ImageError for one that cannot be read
 */
export async function ownPictures(
  deps: CoreDeps,
  actor: Actor,
  { prompt: asked, own: brought = [] }: Pick<ImagineInput, 'prompt' | 'own'>,
  policy: Required<Policy>,
  before: readonly OwnPicture[] = [],
): Promise<OwnPictures> {
  if (brought.length > 0) requireOwnPictures(policy, actor);
  const fresh = await Promise.all(
    brought.map(async ({ name, bytes, isFaceless = false, isWhole }) => ({
      name,
      isFaceless,
      ...(isWhole ? { isWhole } : {}),
      kept: await keptPicture(bytes, isWhole),
    })),
  );
  const prompt = aboutOwn(
    asked,
    fresh.filter(({ isWhole }) => !isWhole),
  );
  const saved = (await deps.store.things.of(actor)).filter(
    (thing) => mayBeDrawn(thing, policy, actor) && namesOwn(prompt, [thing]),
  );
  const all = [
    ...fresh.map(({ kept: { key: picture }, ...one }) => ({ ...one, picture })),
    ...before,
    ...saved.map(({ name, picture, isFaceless }) => ({ name, picture, isFaceless })),
  ];
  const own = all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
  const most = LIMITS.ownThings;
  if (own.length > most) throw new CoreError('bad_value', { option: 'thing', why: 'too_many', most });
  return {
    own,
    prompt,
    keptFor: (ask) =>
      keeping(
        deps,
        fresh.map(({ kept }) => kept),
        ask,
      ),
  };
}

/** Of pictures to begin from a request has one, and no name of a thing is its. */
const keyOf = ({ name, isWhole }: OwnPicture) => (isWhole ? '' : nameKey(name));

async function keeping(
  deps: CoreDeps,
  fresh: readonly KeptPicture[],
  ask: () => Promise<AcceptedNow>,
): Promise<AcceptedNow> {
  let kept: readonly OwnPicture[] = [];
  try {
    for (const { key, file } of fresh) await deps.blobs.put(key, file, 'image/png');
    const accepted = await ask();
    // One that was asked for before by the same event has pictures of its own.
    kept = accepted.generation.settings.own ?? [];
    return accepted;
  } finally {
    const isKept = (key: string) => kept.some(({ picture }) => picture === key);
    await removeFiles(
      deps,
      fresh.map(({ key }) => key).filter((key) => !isKept(key)),
    );
  }
}
