import { KaleidoError } from '../engine/errors.js';
import type { LatentContext } from '../engine/latents/context.js';
import { parsePin } from '../engine/latents/kinds.js';
import { decodeLatentCode } from '../engine/latents/latent-code.js';
import type { Latents } from '../engine/latents/latents.js';

const CODE_PIN = /^\s*code\s*=\s*(\S*)\s*$/i;

/**
 * Reads the pins of a command line: `kind=value` as the kind reads it, or `code=…` for all the latents of a latent code.
 * A kind that is pinned by itself overrides the code's, whatever their order.
 *
 * @throws KaleidoError `bad_pin` (also for a kind pinned twice), `unknown_kind` or `bad_latent_code`
 */
export function readPins(pins: readonly string[], context: LatentContext): Latents {
  let fromCode: Latents = {};
  let fromKinds: Latents = {};
  for (const pin of pins) {
    const code = CODE_PIN.exec(pin)?.[1];
    const latents = code === undefined ? parsePin(pin, context) : decodeLatentCode(code, context);
    const before = code === undefined ? fromKinds : fromCode;
    const twice = Object.keys(latents).find((kind) => kind in before);
    if (twice !== undefined) {
      throw new KaleidoError('bad_pin', `Two pins give a value for ${twice}.`, {
        hint: 'Pin each kind once.',
        data: { kind: twice },
      });
    }
    if (code === undefined) fromKinds = { ...fromKinds, ...latents };
    else fromCode = { ...fromCode, ...latents };
  }
  return { ...fromCode, ...fromKinds };
}
