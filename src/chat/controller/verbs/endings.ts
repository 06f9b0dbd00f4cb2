import { cardReply } from '../../replies.js';
import type { ActionHandler } from '../action-context.js';

/** Takes it out of the queue or tells the painter to stop. */
export const cancel: ActionHandler = async (context) => {
  const { actor, core, target } = context;
  await core.cancel(actor, target.generationId);
  return cardReply(context, await core.show(actor, target.generationId));
};

/** Deletes it with its pictures. */
export const remove: ActionHandler = async ({ actor, core, target, t }) => {
  await core.delete(actor, target.generationId);
  return { type: 'remove', text: t('notice.deleted') };
};
