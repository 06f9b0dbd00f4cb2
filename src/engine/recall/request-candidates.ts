import { createRng } from '../basics/index.js';
import type { Drafts } from '../draft/index.js';
import type { Manifest } from '../manifest/index.js';
import type { CheckedPlanRequest } from '../requests/index.js';
import { type PromptReader, readOptionsOf } from '../words/index.js';

import { type Candidate, draftCandidates } from './candidates.js';
import { composeReading, withBoxes } from './composition.js';
import { inPlaceOf, keptOf, withLatents } from './keep-draft.js';
import { varietyOfDrafts } from './variety-of-drafts.js';

/** What candidates are made from. */
export interface CandidateSource {
  manifest: Pick<Manifest, 'tables' | 'styles'>;
  reader: PromptReader;
  drafts: Drafts;
}

/**
 * Drafts of what the request asks for; of a draft to keep, that one with what is pinned over it, or what keeps most of
 * it.
 */
export function candidatesOf({ manifest, reader, drafts }: CandidateSource, request: CheckedPlanRequest): Candidate[] {
  const { prompt, pinned, recall, shown = [] } = request;
  const kept = request.draft && drafts.has(request.draft) ? request.draft : undefined;
  const isReworded =
    pinned.description !== undefined && kept !== undefined && pinned.description !== drafts.describe(kept).description;
  if (kept && !isReworded)
    return [{ draft: { ...withLatents(kept, pinned), recall }, tier: 0, wasShown: false, oddity: 0 }];
  const read =
    pinned.description === undefined ? reader.read(prompt, readOptionsOf(request)) : reader.read(pinned.description);
  const reading = pinned.boxes ? withBoxes(read, pinned.boxes, (label) => reader.read(label).things[0]) : read;
  const composition = composeReading(reading, new Set(Object.values(manifest.tables.wearables).flat()));
  if (!composition) return [];
  const found = draftCandidates(drafts, {
    composition,
    reading,
    pinned,
    recall,
    count: request.variety === 0 ? 1 : request.count,
    painted: varietyOfDrafts(request.variety).painted,
    shown,
    styles: manifest.styles,
    tables: manifest.tables,
    rng: createRng(request.seed, 'recall'),
  });
  if (!kept || found.length === 0) return found;
  const alike = found.map(({ draft }) => keptOf(kept, draft));
  const most = Math.max(...alike);
  const best = found[alike.indexOf(most)]!;
  return [{ ...best, draft: inPlaceOf(kept, best.draft) }];
}
