import { CoreError } from '../../../core/basics/index.js';
import type { Pin } from '../../../core/index.js';
import { RANGES } from '../../../engine/basics/index.js';
import { isSamePin, parsePinCode } from '../../cards/index.js';
import type { Translate } from '../../i18n/index.js';
import { cardReply, textMessage } from '../../replies/index.js';
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
