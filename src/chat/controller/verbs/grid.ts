import { CoreError } from '../../../core/basics/index.js';
import { DEFAULT_UPSCALE } from '../../../engine/basics/index.js';
import { cellPanel, deletePanel, latentsPanel } from '../../panels/index.js';
import { acceptedReply, cardReply, errorMessage, upscaledReply } from '../../replies/index.js';
import { type ActionHandler, cellOf } from '../action-context.js';

/** All latents of all cells. */
export const latents: ActionHandler = async ({ actor, core, target, t }) => {
  const generation = await core.show(actor, target.generationId);
  return latentsPanel(generation, await core.pins(actor, generation.id), t);
};

/** The panel of the chosen cell. */
export const cell: ActionHandler = async ({ actor, core, target, values, t }) => {
  const generation = await core.show(actor, target.generationId);
  const index = cellOf(values[0]);
  const chosen = generation.cells.find((one) => one.index === index);
  if (chosen === undefined) throw new CoreError('cell_unknown', { cell: index + 1, count: generation.cells.length });
  return cellPanel(generation, chosen, t, { isUpscalable: await core.isUpscalable(actor, generation) });
};

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

/** One picture made larger. */
export const upscale: ActionHandler = async (context) => {
  const { actor, core, origin, target } = context;
  const cell = cellOf(target.args[0]);
  return upscaledReply(context, await core.upscale(actor, target.generationId, cell, DEFAULT_UPSCALE, origin));
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
