import { LIMITS } from '../../engine/basics/index.js';
import type { Draft } from '../../engine/draft/index.js';
import type { OwnThing } from '../../engine/own/index.js';
import { aboutOwn, namesOwn } from '../../engine/words/index.js';
import { CoreError } from '../basics/index.js';
import { nameKey, ownOf, ownThingOf, withOwnAtHand } from '../contents/index.js';
import type { AcceptedNow, ImagineInput } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { Actor, Lost, OwnPicture, Policy } from '../types.js';
import { type KeptPicture, keptPicture, storing } from './kept-picture.js';
import { mayBeDrawn, requireOwnPictures } from './policy.js';

/** The pictures of a request that are people's own. */
export interface OwnPictures {
  /** Those that were brought, those of the grid that it is made of, and the saved things that the prompt names. */
  own: OwnPicture[];
  /** Names one of those that were brought. */
  prompt: string;
  /** What a cell is given, as far as it can be with these pictures (`withOwnAtHand`). */
  atHand<T extends { draft: Draft | null; lost: readonly Lost[] }>(given: T): Promise<T>;
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
  const side = deps.model.manifest.image.size;
  const fresh = await Promise.all(brought.map((one) => taken(one, side)));
  const prompt = aboutOwn(
    asked,
    fresh.filter(({ isWhole }) => !isWhole),
  );
  const saved = (await deps.store.things.of(actor)).filter(
    (thing) => mayBeDrawn(thing, policy, actor) && namesOwn(prompt, [thing]),
  );
  const all = [
    ...fresh.map(({ kept: _, ...one }) => one),
    ...before,
    ...(await Promise.all(
      saved.map(async ({ name, picture, isFaceless }) =>
        seen({ name, picture, isFaceless }, await deps.blobs.get(picture), side),
      ),
    )),
  ];
  const own = all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
  const most = LIMITS.ownThings;
  if (own.length > most) throw new CoreError('bad_value', { option: 'thing', why: 'too_many', most });
  return {
    own,
    prompt,
    async atHand(given) {
      if (ownOf(given.draft).length === 0) return given;
      const fileOf = async (key: string) =>
        fresh.find(({ kept }) => kept.key === key)?.kept.file ?? (await deps.blobs.get(key));
      return withOwnAtHand(given, await thingsOf(own, fileOf, side));
    },
    keptFor: (ask) =>
      keeping(
        deps,
        fresh.map(({ kept }) => kept),
        ask,
      ),
  };
}

/** A picture as it was brought, with what is kept of it. @param side of the bundle's pictures */
async function taken(
  { name, bytes, isFaceless = false, isWhole }: NonNullable<ImagineInput['own']>[number],
  side: number,
): Promise<OwnPicture & { kept: KeptPicture }> {
  const kept = await keptPicture(bytes, isWhole);
  const one = { name, picture: kept.key, isFaceless, ...(isWhole ? { isWhole } : {}) };
  return { kept, ...(await seen(one, kept.file, side)) };
}

/** Of pictures to begin from a request has one, and no name of a thing is its. */
const keyOf = ({ name, isWhole }: OwnPicture) => (isWhole ? '' : nameKey(name));

/** Those of the pictures that are still kept, as the engine draws things by them. */
async function thingsOf(
  own: readonly OwnPicture[],
  fileOf: (key: string) => Promise<Uint8Array | null>,
  side: number,
): Promise<OwnThing[]> {
  const things = own.map(async (one) => {
    const file = await fileOf(one.picture);
    return file === null ? [] : [await ownThingOf(one, file, side)];
  });
  return (await Promise.all(things)).flat();
}

/** A picture with whether it has eyes, where it is still kept. @param side of the bundle's pictures */
async function seen(own: OwnPicture, file: Uint8Array | null, side: number): Promise<OwnPicture> {
  if (file === null || own.isFaceless || own.isWhole) return own;
  const { hasEyes } = await ownThingOf(own, file, side);
  return hasEyes ? { ...own, hasEyes } : own;
}

async function keeping(
  deps: CoreDeps,
  fresh: readonly KeptPicture[],
  ask: () => Promise<AcceptedNow>,
): Promise<AcceptedNow> {
  return storing(deps, fresh, async () => {
    const accepted = await ask();
    // One that was asked for before by the same event has pictures of its own.
    const kept = (accepted.generation.settings.own ?? []).map(({ picture }) => picture);
    return { kept, result: accepted };
  });
}
