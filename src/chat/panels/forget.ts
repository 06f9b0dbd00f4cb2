import { createHash } from 'node:crypto';
import type { KeptOf, Person } from '../../core/index.js';
import { button } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type MessageReply, message } from '../replies/index.js';

/** Tells a person apart in a button's id, where ids of people may hold any characters. */
export function markOf({ platform, realm, userId }: Person): string {
  const key = JSON.stringify([platform, realm, userId]);
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}

/** Whether somebody is really to be forgotten: nothing brings it back. Only who was asked can say so. */
export function forgetPanel(person: Person, { grids, savedPins, things }: KeptOf, t: Translate): MessageReply {
  return message([{ type: 'text', text: t('notice.forget_sure', { grids, pins: savedPins, things }) }], {
    actions: [[button('forget-now', markOf(person), [], '🗑️', t('action.forget_now'), 'danger')]],
  });
}
