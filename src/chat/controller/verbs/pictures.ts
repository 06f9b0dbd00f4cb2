import type { PictureUse } from '../../../core/index.js';
import { formatActionId, type Modal } from '../../cards/index.js';

import { errorMessage, message } from '../../replies/index.js';
import { type ActionContext, type ActionHandler, cellOf } from '../action-context.js';

/**
 * Longest names: an emoji's has 2–32 characters, a sticker's 2–30 (Discord's docs/resources/emoji.mdx and sticker.mdx).
 * Slack's may be longer.
 */
const LONGEST_NAME = { emoji: 32, sticker: 30 } as const;

/** One picture in full size, with its parameters in the file. */
export const deliver: ActionHandler = async ({ actor, core, target, t }) => {
  const id = target.generationId;
  const cell = cellOf(target.args[0]);
  const picture = await core.picture(actor, id, cell, 'full');
  return message([{ type: 'text', text: t('notice.delivered', { cell: cell + 1, id }) }], { pictures: [picture] });
};

/** The latent code of a cell. */
export const code: ActionHandler = async ({ actor, core, target, t }) => {
  const id = target.generationId;
  const cell = cellOf(target.args[0]);
  const text = await core.code(actor, id, cell);
  return message([
    { type: 'text', text: t('notice.code', { cell: cell + 1, id }) },
    { type: 'code', text },
  ]);
};

/** Asks for a name, then adds the picture as an emoji. */
export const emoji: ActionHandler = (context) => upload(context, 'emoji');

/** Asks for a name, then adds the picture as a sticker. */
export const sticker: ActionHandler = (context) => upload(context, 'sticker');

async function upload(context: ActionContext, use: Exclude<PictureUse, 'full'>) {
  const { actor, core, target, fields, t } = context;
  const id = target.generationId;
  const cell = cellOf(target.args[0]);
  if (fields === null) {
    const { prompt } = await core.show(actor, id);
    return { type: 'modal' as const, modal: nameModal(context, use, cell, suggestedName(prompt, cell)) };
  }
  const name = (fields.name ?? '').trim().toLowerCase();
  const most = LONGEST_NAME[use];
  if (!/^[a-z0-9_]{2,}$/.test(name) || name.length > most) return errorMessage(t('errors.upload_name', { most }));
  const picture = await core.picture(actor, id, cell, use);
  return message([{ type: 'text', text: t('notice.upload', { use, name, cell: cell + 1, id }) }], {
    upload: { use, name, picture },
  });
}

function nameModal(
  { target, t }: ActionContext,
  use: Exclude<PictureUse, 'full'>,
  cell: number,
  suggestion: string,
): Modal {
  return {
    id: formatActionId(use, target.generationId, cell),
    title: t(use === 'emoji' ? 'modal.emoji' : 'modal.sticker'),
    submitLabel: t('modal.submit'),
    fields: [
      {
        id: 'name',
        label: t('modal.name'),
        value: suggestion,
        placeholder: t('modal.name.placeholder'),
        isMultiline: false,
        isRequired: true,
        maxLength: LONGEST_NAME[use],
      },
    ],
  };
}

/** A name that every platform takes, from the prompt: `a_cat_and_a_pizza_2`. */
function suggestedName(prompt: string, cell: number): string {
  const words = prompt
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 24)
    .replace(/^_+|_+$/g, '');
  return `${words || 'kaleido'}_${cell + 1}`;
}
