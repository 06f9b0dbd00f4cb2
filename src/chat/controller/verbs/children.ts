import { acceptedReply, errorMessage } from '../../replies/index.js';
import { type ActionHandler, cellOf } from '../action-context.js';

/** Samples every cell again but what is pinned. */
export const rerollAll: ActionHandler = async (context) => {
  const { actor, core, origin, target } = context;
  return acceptedReply(context, await core.rerollAll(actor, target.generationId, origin));
};

/** Samples one cell again. */
export const reroll: ActionHandler = async (context) => {
  const { actor, core, origin, target } = context;
  return acceptedReply(context, await core.rerollCell(actor, target.generationId, cellOf(target.args[0]), origin));
};

/** The same latents with new noise. */
export const variations: ActionHandler = async (context) => {
  const { actor, core, origin, target } = context;
  return acceptedReply(context, await core.variations(actor, target.generationId, cellOf(target.args[0]), origin));
};

/** Paints chosen plans, or all of them. */
export const paint: ActionHandler = async (context) => {
  const { actor, core, origin, target, values, t } = context;
  const id = target.generationId;
  const cells =
    target.args[0] === 'all' ? (await core.show(actor, id)).cells.map(({ index }) => index) : values.map(cellOf);
  if (cells.length === 0) return errorMessage(t('errors.no_choice'));
  return acceptedReply(context, await core.paint(actor, id, cells, origin));
};

/** Asks again for what failed or was cancelled. */
export const retry: ActionHandler = async (context) => {
  const { actor, core, origin, target } = context;
  return acceptedReply(context, await core.retry(actor, target.generationId, origin));
};
