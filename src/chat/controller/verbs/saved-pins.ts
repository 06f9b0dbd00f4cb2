import { kindList, kindNamed, LATENT_KINDS, type LatentKind } from '../../../engine/latents/index.js';

import { formatActionId } from '../../cards/index.js';
import { errorMessage, textMessage } from '../../replies/index.js';
import { type ActionHandler, cellOf } from '../action-context.js';

const MAX_NAME = 40;

/** Asks for a name and kinds, then saves the cell's latents under it. */
export const savePin: ActionHandler = async ({ actor, core, target, fields, t }) => {
  const id = target.generationId;
  const cell = cellOf(target.args[0]);
  if (fields === null) {
    const plain = { value: '', isMultiline: false };
    return {
      type: 'modal',
      modal: {
        id: formatActionId('save-pin', id, cell),
        title: t('modal.save_pin'),
        submitLabel: t('modal.submit'),
        fields: [
          { ...plain, id: 'name', label: t('modal.name'), placeholder: '', isRequired: true, maxLength: MAX_NAME },
          {
            ...plain,
            id: 'kinds',
            label: t('modal.save_pin.kinds'),
            placeholder: kindList(LATENT_KINDS),
            isRequired: false,
            maxLength: 100,
          },
        ],
      },
    };
  }
  const kinds: LatentKind[] = [];
  for (const word of (fields.kinds ?? '').toLowerCase().split(/[\s,;]+/)) {
    const kind = kindNamed(word);
    if (kind !== undefined) kinds.push(kind);
    else if (word !== '') return errorMessage(t('errors.pin_kinds', { word, kinds: kindList(LATENT_KINDS) }));
  }
  const { name } = await core.savePin(actor, (fields.name ?? '').trim(), { id, cell, kinds }, 'user');
  return textMessage(t('notice.saved_pin', { name }));
};
