import { KIND_NAMES } from '../../engine/latents/index.js';
import { SAMPLER_NAMES, type SamplerName } from '../../engine/samplers/index.js';
import type { SuggestContext } from './command.js';
import { matching, type Suggestion, suggestSavedPins } from './suggestions.js';

/** A checked choice as the engine's name. */
export function samplerOf(name: string | undefined): SamplerName | undefined {
  return SAMPLER_NAMES.find((one) => one === name);
}

/** Saved pins by name, and the beginnings of pins by value. */
export async function suggestPins(context: SuggestContext): Promise<Suggestion[]> {
  const kinds = Object.values(KIND_NAMES).map((name) => ({ value: `${name}=`, label: `${name}=…` }));
  return [...(await suggestSavedPins(context)), ...matching(kinds, context.partial)].slice(0, 25);
}
