import { acceptedReply, errorMessage, message, type Reply } from '../../replies/index.js';
import { type ActionContext, type ActionHandler, cellOf } from '../action-context.js';

/** Adds all of a pack, or what was chosen of it, to the space as emoji. */
export const packAdd: ActionHandler = (context) => added(context, 'emoji');

/** Adds what was chosen of a pack to the space as stickers. */
export const packStickers: ActionHandler = (context) => added(context, 'sticker');

async function added(context: ActionContext, use: 'emoji' | 'sticker'): Promise<Reply> {
  const { actor, core, target, t } = context;
  const generation = await core.show(actor, target.generationId);
  const names = core.packNames(generation);
  const cells = await chosen(context);
  if (cells.length === 0) return errorMessage(t('errors.no_choice'));
  const pictures = [];
  for (const cell of cells) {
    const picture = await core.picture(actor, generation.id, cell, use);
    pictures.push({ name: names[cell]!, picture });
  }
  const { isPrivate } = generation.settings;
  return message([], { addition: { do: 'add', use, generationId: generation.id, isPrivate, pictures } });
}

/** All of a pack, or what was chosen of it, in one file, where all see it who see the pack. */
export const packZip: ActionHandler = async (context) => {
  const { actor, core, target, t } = context;
  const cells = await chosen(context);
  if (cells.length === 0) return errorMessage(t('errors.no_choice'));
  const file = await core.packZip(actor, target.generationId, cells, t('pack.licences'));
  const { isPrivate } = (await core.show(actor, target.generationId)).settings;
  return message([{ type: 'text', text: t('pack.zip', { count: cells.length }) }], { pictures: [file], isPrivate });
};

/** Draws the chosen pictures of a pack again. */
export const packRedo: ActionHandler = async (context) => {
  const { actor, core, origin, target, values, t } = context;
  if (values.length === 0) return errorMessage(t('errors.no_choice'));
  return acceptedReply(context, await core.rerollCells(actor, target.generationId, values.map(cellOf), origin));
};

/** Takes out again what was added. */
export const packUndo: ActionHandler = async ({ target }) => ofAddition('undo', target.args[0]);

/** Tries again what could not be added. */
export const packRetry: ActionHandler = async ({ target }) => ofAddition('retry', target.args[0]);

function ofAddition(what: 'undo' | 'retry', additionId = '') {
  return message([], { addition: { do: what, additionId } });
}

/** The cells of a menu, or all behind a button. */
async function chosen({ actor, core, target, values }: ActionContext): Promise<number[]> {
  if (target.args[0] === 'some') return values.map(cellOf);
  return (await core.show(actor, target.generationId)).cells.map(({ index }) => index);
}
