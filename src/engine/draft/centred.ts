import type { Draft } from './draft.js';
import type { Drafts } from './drafts.js';

/**
 * Names of a draft's things that would have to be stretched by more than 1.5 to fill the boxes chosen for them, and are
 * centred in these instead; each once, in the draft's order. None where there is no draft, or one of another memory.
 */
export function centredThings(draft: Draft | null | undefined, drafts: Pick<Drafts, 'has' | 'describe'>): string[] {
  if (!draft?.boxes || !drafts.has(draft)) return [];
  const { fits } = drafts.describe(draft);
  const names = draft.things.flatMap(({ thing }, k) => (fits[k] === 'centred' ? [thing] : []));
  return [...new Set(names)];
}
