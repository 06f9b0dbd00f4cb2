import { KaleidoError } from '../basics/index.js';
import { KIND_NAMES, kindList, kindNamed } from './kind-names.js';
import { type LatentKind, type Latents, latentKind } from './kinds.js';
import type { BundleTerms } from './terms.js';

/** Characters of a pin: the most visual tokens that a grid has, written out, are fewer. */
const LONGEST_PIN = 8192;

/**
 * A kind by the name that a person wrote, in any case.
 * @throws KaleidoError `unknown_kind` naming those that the bundle has
 */
export function findKind(name: string, { kinds }: { readonly kinds: readonly LatentKind[] }): LatentKind {
  const found = kindNamed(name);
  if (found !== undefined && kinds.includes(found)) return found;
  throw new KaleidoError('unknown_kind', `"${name.trim()}" is no kind of latent that this model has.`, {
    hint: `Choose from: ${kindList(kinds)}.`,
    data: { name },
  });
}

/**
 * Reads `kind=value` as a person wrote it, such as `palette=red,#ffcc00`, rounded as the bundle will see it.
 * @throws KaleidoError `unknown_kind` or `bad_pin`
 */
export function parsePin(
  text: string,
  terms: BundleTerms & { readonly manifest: { readonly kinds: readonly LatentKind[] } },
): Latents {
  const equals = text.indexOf('=');
  const [name, value] = equals < 0 ? [text] : [text.slice(0, equals), text.slice(equals + 1)];
  const kind = findKind(name, terms.manifest);
  if (text.length > LONGEST_PIN) {
    throw new KaleidoError('bad_pin', `The pin of ${KIND_NAMES[kind]} is longer than ${LONGEST_PIN} characters.`, {
      hint: 'Write less, or use the latent code of a picture.',
      data: { kind },
    });
  }
  if (value === undefined) {
    throw new KaleidoError('bad_pin', `The pin "${text}" gives no value.`, {
      hint: `Write ${KIND_NAMES[kind]}=… with the value after the equals sign.`,
      data: { kind },
    });
  }
  return { [kind]: latentKind(kind).parsePin(value, terms) };
}
