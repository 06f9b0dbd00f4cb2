import { createRng, type Rng } from '../basics/index.js';
import { type Box, colourName, parseColour, type Swatch } from '../latents/index.js';
import { LIGHTS, STAGINGS, STYLES } from './lists.js';
import type { Proposal, ProposalRequest, TextPrior } from './text-prior.js';

/** As many as the longest list has, so that each of its entries may come. */
const USUAL = STYLES.length;
/** Things that stagings have places for. */
const MOST_THINGS = 3;
/** Of a palette, what colours that a prompt names have of it together. */
const NAMED_SHARE = 0.6;
/** Characters of a prompt that descriptions repeat; of a longer one they say the rest alone, as there is no room. */
const LONGEST_SUBJECT = 60;

/**
 * A text prior of lists alone: subject, view, light and style, each staging with its boxes and each light with its
 * palette. Plans of one call take each entry once before any comes again. Pure: the same request gives the same plans.
 */
export const templates: TextPrior = {
  usualCount: USUAL,
  async propose(request, signal) {
    signal?.throwIfAborted();
    const { seed, count, independence, style } = request;
    const draw = <T>(use: string, list: readonly T[]) => drawn(list, count, independence, createRng(seed, use));
    const stagings = draw('staging', STAGINGS);
    const lights = draw('light', LIGHTS);
    const styles = draw<string | undefined>('style', style === undefined ? STYLES : [undefined]);
    const things = thingsOf(request).slice(0, Math.min(MOST_THINGS, request.limits.objects));
    return Array.from({ length: count }, (_, row): Proposal => {
      const staging = stagings[row]!;
      const places = staging.places[things.length - 1]!;
      const isFree = request.given.palette === undefined && request.colours.length === 0;
      const subject = request.prompt.length > LONGEST_SUBJECT ? [] : [request.prompt];
      const said = [...subject, staging.view, ...(isFree ? [lights[row]!.said] : [])];
      const all = {
        description: said.join(', '),
        boxes: things.map((label, k): Box => ({ label, ...places[k]! })),
        palette: paletteOf(lights[row]!.palette, request),
      };
      const named = styles[row];
      return {
        latents: Object.fromEntries(request.open.map((kind) => [kind, all[kind]])),
        ...(named === undefined ? {} : { style: named }),
        probability: 1 / count,
      };
    });
  },
};

/**
 * An entry for each row: with the chance `independence` one of its own, as long as there are any that no row has, and
 * otherwise the one that all share.
 */
function drawn<T>(list: readonly T[], count: number, independence: number, rng: Rng): T[] {
  const deck = [...list.keys()].map((at) => ({ at, order: rng.uniform() })).sort((a, b) => a.order - b.order);
  return Array.from({ length: count }, (_, row) => {
    const own = rng.uniform() < independence ? row % deck.length : 0;
    return list[deck[own]!.at]!;
  });
}

/** The things of a prompt whose words nobody here knows, in their own words; one where it is not plainly a list. */
function thingsOf({ prompt, style }: ProposalRequest): string[] {
  const shown = style === undefined ? prompt : prompt.replace(/^.{0,40}?\bof\s+/u, '');
  const parts = shown.split(/\s*(?:,|&|\band\b|\bund\b)\s*/u).map(nameOf);
  // “Black and white” is one thing's looks.
  const isList = parts.length > 1 && parts.every((part) => part !== '' && part.split(' ').length <= 4);
  return isList && parts.every((part) => parseColour(part) === undefined) ? parts : [nameOf(shown)];
}

const nameOf = (said: string) => said.replace(/^(?:an?|the|eine?|de[rs]|die|das)\s+/iu, '').trim();

/** The light's palette; colours that the prompt names come first, and what the light has of the same name goes. */
function paletteOf(palette: readonly Swatch[], { colours, limits }: ProposalRequest): Swatch[] {
  if (colours.length === 0) return palette.slice(0, limits.colours);
  const named = colours.slice(0, limits.colours);
  const names = new Set(named.map(colourName));
  const rest = palette.filter(({ colour }) => !names.has(colourName(colour))).slice(0, limits.colours - named.length);
  const all = rest.reduce((sum, { share }) => sum + share, 0);
  return [
    ...named.map((colour) => ({ colour, share: NAMED_SHARE / named.length })),
    ...rest.map(({ colour, share }) => ({ colour, share: ((1 - NAMED_SHARE) * share) / all })),
  ];
}
