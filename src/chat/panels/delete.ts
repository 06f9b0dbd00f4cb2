import type { Generation } from '../../core/index.js';
import { button } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type MessageReply, message } from '../replies/index.js';

import { shorten } from '../text/index.js';

const MAX_PROMPT = 200;

/** Whether a grid is really to be deleted: nothing brings it back. The question is asked in the button's id, and outlives every process. */
export function deletePanel({ id, prompt }: Generation, t: Translate): MessageReply {
  return message([{ type: 'text', text: t('notice.delete_sure', { id, prompt: shorten(prompt, MAX_PROMPT) }) }], {
    actions: [[button('delete-now', id, [], '🗑️', t('action.delete_now'), 'danger')]],
  });
}
