import { EngineError } from '../basics/index.js';
import { kindNamed } from './kind-names.js';
import { type LatentKind, type Latents, latentKind } from './kinds.js';
import type { BundleTerms } from './terms.js';

/** Characters of a pin: the most visual tokens that a grid has, written out, are fewer. */
const LONGEST_PIN = 8192;

/**
 * A kind by the name that a person wrote, in any case.
 * @throws EngineError `unknown_kind` naming those that the bundle has
 */
export function findKind(name: string, { kinds }: { readonly kinds: readonly LatentKind[] }): LatentKind {
  const found = kindNamed(name);
  if (found !== undefined && kinds.includes(found)) return found;
  throw new EngineError('unknown_kind', { name: name.trim(), kinds });
}

/**
 * Reads `kind=value` as a person wrote it, such as `palette=red,#ffcc00`, rounded as the bundle will see it.
 * @throws EngineError `unknown_kind` or `bad_pin`
 */
export function parsePin(
  text: string,
  terms: BundleTerms & { readonly manifest: { readonly kinds: readonly LatentKind[] } },
): Latents {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text] : [text.slice(0, equals), text.slice(equals + 1)];
  const kind = findKind(name, terms.manifest);
  if (text.length > LONGEST_PIN) {
    throw new EngineError('bad_pin', { why: 'long_pin', kind, most: LONGEST_PIN });
  }
  if (value === undefined) {
    throw new EngineError('bad_pin', { why: 'no_value', kind, text });
  }
  return { [kind]: latentKind(kind).parsePin(value, terms) };
}
