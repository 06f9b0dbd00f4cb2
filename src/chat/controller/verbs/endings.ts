import { deletePanel } from '../../panels/index.js';
import { cardReply } from '../../replies/index.js';
import type { ActionHandler } from '../action-context.js';

/** Takes it out of the queue or tells the painter to stop. */
export const cancel: ActionHandler = async (context) => {
  const { actor, core, target } = context;
  await core.cancel(actor, target.generationId);
  return cardReply(context, await core.show(actor, target.generationId));
};

/** Asks whether it is meant; the answer's button says so. */
export const remove: ActionHandler = async ({ actor, core, target, t }) =>
  deletePanel(await core.deletable(actor, target.generationId), t);

/** Deletes it with its pictures. */
export const removeNow: ActionHandler = async ({ actor, core, target, t }) => {
  const { id: generationId, settings } = await core.delete(actor, target.generationId);
  const texts = { text: t('notice.deleted'), refusedText: t('notice.deleted_but_shown') };
  return { type: 'remove', generationId, isPrivate: settings.isPrivate, ...texts };
};
