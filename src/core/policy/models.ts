import type { ModelChoice } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { Policy } from '../types.js';

/** How Kaleido’s own painting is asked for. */
export const KALEIDO = 'kaleido';

/**
 * The models of a place. Where the host has none of those that its admins allow any more, Kaleido itself paints.
 */
export function modelsIn(
  { painters = [] }: Pick<CoreDeps, 'painters'>,
  { models, usualModel }: Pick<Required<Policy>, 'models' | 'usualModel'>,
): ModelChoice {
  if (painters.length === 0) return { offered: [], allowed: [], usual: KALEIDO };
  const offered = [...painters, KALEIDO];
  const named = models.length === 0 ? offered : offered.filter((model) => models.includes(model));
  const allowed = named.length === 0 ? [KALEIDO] : named;
  return { offered, allowed, usual: allowed.find((model) => model === usualModel) ?? allowed[0]! };
}

/** A model as generations have it: absent for Kaleido itself. */
export function painterCalled(model: string): string | undefined {
  return model === KALEIDO ? undefined : model;
}

/** The model of that name, in whatever case. */
export function modelNamed(name: string, models: readonly string[]): string | undefined {
  const wanted = name.trim().toLowerCase();
  return models.find((model) => model.toLowerCase() === wanted);
}
