import { CoreError } from '../../../core/basics/index.js';
import type { Pin } from '../../../core/index.js';
import { RANGES } from '../../../engine/basics/index.js';
import { kindList, kindNamed, LATENT_KINDS, type LatentKind } from '../../../engine/latents/index.js';
import { formatActionId, isSamePin, parsePinCode } from '../../cards/index.js';
import type { Translate } from '../../i18n/index.js';
import { cardReply, errorMessage, textMessage } from '../../replies/index.js';
import { kindName } from '../../text/index.js';
import { type ActionHandler, cellOf, kindOf } from '../action-context.js';

/** The menu of a card: what is chosen is pinned, everything else is not. */
export const pins: ActionHandler = async (context) => {
  const { actor, core, target, values } = context;
  const id = target.generationId;
  const wanted = values.map((value) => {
    const pin = parsePinCode(value);
    if (pin === null) throw new CoreError('cell_unknown', { cell: value, count: RANGES.count.max });
    return pin;
  });
  const current = await core.pins(actor, id);
  for (const pin of current) {
    if (!wanted.some((one) => isSamePin(one, pin))) await core.unpin(actor, id, pin);
  }
  for (const pin of wanted) {
    if (!current.some((one) => isSamePin(one, pin))) await core.pin(actor, id, pin);
  }
  return cardReply(context, await core.show(actor, id));
};

/** A menu of the panel of latents: the chosen cell's value of the kind goes to all; nothing chosen unpins it. */
export const pinKind: ActionHandler = async ({ actor, core, target, values, t }) => {
  const id = target.generationId;
  const kind = kindOf(target.args[0]);
  if (values[0] !== undefined) {
    return textMessage(pinsText(await core.pin(actor, id, { cell: cellOf(values[0]), kind }), t));
  }
  let left = await core.pins(actor, id);
  for (const pin of left) {
    if (pin.kind === kind && pin.cell !== null && !pin.isLocal) left = await core.unpin(actor, id, pin);
  }
  return textMessage(pinsText(left, t));
};

/** What is pinned, in one sentence. */
function pinsText(all: readonly Pin[], t: Translate): string {
  if (all.length === 0) return t('notice.nothing_pinned');
  return t('notice.pinned', { pins: all.map((pin) => pinText(pin, t)).join(', ') });
}

function pinText({ cell, kind, isLocal }: Pin, t: Translate): string {
  if (kind === null) return t('notice.pin.cell', { cell: (cell ?? 0) + 1 });
  const name = kindName(t, kind);
  if (cell === null) return t('notice.pin.kind', { kind: name });
  return t(isLocal ? 'notice.pin.cell_own' : 'notice.pin.cell_kind', { kind: name, cell: cell + 1 });
}

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
