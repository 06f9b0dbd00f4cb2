import { CoreError } from '../../../core/basics/index.js';
import { markOf } from '../../panels/index.js';
import { textMessage } from '../../replies/index.js';
import type { ActionHandler } from '../action-context.js';

/** Forgets who was asked whether it is meant; nobody else, who may see the question where all do. */
export const forgetNow: ActionHandler = async ({ actor, core, target, t }) => {
  if (target.generationId !== markOf(actor)) throw new CoreError('not_allowed', { action: 'forget' });
  const { grids, savedPins, things } = await core.forget(actor);
  return textMessage(t('notice.forgotten', { grids, pins: savedPins, things }));
};
