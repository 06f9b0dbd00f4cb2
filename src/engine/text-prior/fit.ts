import { EngineError } from '../basics/index.js';
import {
  type BundleTerms,
  encodeContent,
  type Latents,
  latentKind,
  latentsSchema,
  pickKinds,
  presentKinds,
  shortenLatent,
  shortenText,
} from '../latents/index.js';
import type { Proposal, TextKind } from './text-prior.js';

/**
 * A proposal's latents as a bundle has them, so that they can be edited, coded and carried like all others: with its
 * style at the end of the description, as captions have it, of what is too long as much as there is room for, places
 * and colours rounded. What does not go is left out.
 *
 * @param open what was asked for; more is not taken
 */
export function fitted({ latents, style }: Proposal, open: readonly TextKind[], terms: BundleTerms): Latents {
  const { description } = latents;
  const worded = description === undefined ? latents : { ...latents, description: ending(description, style, terms) };
  const all = pickKinds(worded, open);
  return Object.assign({}, ...presentKinds(all).map((kind) => fittedKind(pickKinds(all, [kind]), terms)));
}

function ending(description: string, style: string | undefined, terms: BundleTerms): string {
  const end = style === undefined || description.includes(style) ? '' : `, ${style}`;
  const room = terms.manifest.limits.description - terms.tokenizer.encode(end).length;
  return `${shortenText(description, room, terms).replace(/[\s,;]+$/u, '')}${end}`.replace(/^, /, '');
}

/** @param latents of one kind */
function fittedKind(latents: Latents, terms: BundleTerms): Latents {
  const [kind] = presentKinds(latents);
  if (kind === undefined || !latentsSchema.safeParse(latents).success) return {};
  try {
    const short = shortenLatent(kind, latents, terms);
    return { [kind]: latentKind(kind).decode(encodeContent(kind, short, terms), terms) };
  } catch (error) {
    if (error instanceof EngineError && error.code === 'bad_pin') return {};
    throw error;
  }
}
