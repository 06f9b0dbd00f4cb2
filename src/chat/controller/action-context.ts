import { CoreError } from '../../core/basics/index.js';
import type { Origin } from '../../core/index.js';
import { RANGES } from '../../engine/basics/index.js';
import { LATENT_KINDS, type LatentKind } from '../../engine/latents/index.js';
import type { ActionTarget } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import type { Reply, ReplyContext } from '../replies/index.js';

/** Everything that the meaning of a press depends on. */
export interface ActionContext extends ReplyContext {
  t: Translate;
  origin: Origin;
  target: ActionTarget;
  /** Chosen values of a select. */
  values: readonly string[];
  /** Submitted fields of a modal; null for the press that opens it. */
  fields: Readonly<Record<string, string>> | null;
}

/** What one kind of press does. */
export type ActionHandler = (context: ActionContext) => Promise<Reply>;

/**
 * The cell that an action's argument or chosen value names, as an index from 0.
 * @throws CoreError `cell_unknown`; whether the generation has it is the core's to check
 */
export function cellOf(text: string | undefined): number {
  if (text !== undefined && /^\d{1,2}$/.test(text)) return Number(text);
  throw new CoreError('cell_unknown', { cell: text ?? '', count: RANGES.moods.max });
}

/**
 * The latent kind that an action's argument names.
 * @throws CoreError `latent_missing`
 */
export function kindOf(text: string | undefined): LatentKind {
  const kind = LATENT_KINDS.find((known) => known === text);
  if (kind === undefined) throw new CoreError('latent_missing', { kind: text ?? '' });
  return kind;
}
