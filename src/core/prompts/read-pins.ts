import type { Aspect } from '../../engine/basics/index.js';
import { decodeLatentCode } from '../../engine/codes/index.js';
import type { LatentContext } from '../../engine/context/index.js';
import type { Draft } from '../../engine/draft/index.js';
import { kindNamed, type Latents, parsePin, presentKinds } from '../../engine/latents/index.js';
import { CoreError } from '../basics/index.js';
import { type CarriedOver, carryDraft, carryOver } from '../contents/index.js';
import type { Lost, SavedPin, StoredLatents } from '../types.js';

const CODE_PIN = /^code\s*=(.*)$/is;

/** What pins give. */
export interface WrittenPins extends CarriedOver {
  /** What memory recalled for the picture whose code is among them. */
  draft: Draft | null;
  /** Shape of the picture whose code is among them; absent for a square. */
  aspect?: Aspect;
}

/**
 * Reads pins as people write them: `kind=value` as the kind reads it, `code=…` for all the latents of a latent code, or
 * the name of a saved pin for all of its latents. A kind that is pinned by itself overrides a code's and a saved pin's,
 * whatever their order.
 *
 * @returns the latents as the bundle can take them, and what of codes and saved pins of another bundle it cannot
 * @param saved pins that a name may mean, of two with one name the user's own; absent where pins cannot be saved
 * @throws KaleidoError `bad_pin` (also for a kind pinned twice), `unknown_kind` or `bad_latent_code`
 * @throws CoreError `saved_pin_unknown`
 */
export function readPins(pins: readonly string[], context: LatentContext, saved?: readonly SavedPin[]): WrittenPins {
  let whole: Latents = {};
  const lost: Lost[] = [];
  let single: Latents = {};
  let draft: Draft | null = null;
  let aspect: Aspect | undefined;
  for (const pin of pins) {
    const stored = wholeLatents(pin, saved);
    if (stored === undefined) single = merge(single, parsePin(pin, context));
    else {
      const carried = carryOver(stored, context);
      draft ??= carryDraft(stored.draft ?? null, context);
      aspect ??= stored.aspect;
      whole = merge(whole, carried.latents);
      lost.push(...carried.lost);
    }
  }
  return {
    latents: { ...whole, ...single },
    lost: lost.filter(({ kind }) => single[kind] === undefined),
    draft,
    ...(aspect === undefined ? {} : { aspect }),
  };
}

/** The latents of a code or a saved pin; undefined for a pin of one kind. */
function wholeLatents(
  pin: string,
  saved?: readonly SavedPin[],
): (StoredLatents & { draft?: Draft; aspect?: Aspect }) | undefined {
  const code = CODE_PIN.exec(pin.trim())?.[1]?.trim();
  if (code !== undefined && !/\s/.test(code)) return decodeLatentCode(code);
  const name = pin.trim().toLowerCase();
  if (saved === undefined || name.includes('=') || kindNamed(name) !== undefined) return undefined;
  const found =
    saved.find((one) => one.owner === 'user' && one.name.toLowerCase() === name) ??
    saved.find((one) => one.name.toLowerCase() === name);
  if (found === undefined) throw new CoreError('saved_pin_unknown', { name: pin.trim() });
  return found;
}

function merge(before: Latents, latents: Latents): Latents {
  const twice = presentKinds(latents).find((kind) => before[kind] !== undefined);
  if (twice !== undefined) {
    throw new CoreError('pinned_twice', { kind: twice });
  }
  return { ...before, ...latents };
}
