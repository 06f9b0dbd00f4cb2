import { CoreError } from '../../../core/basics/index.js';
import { EDITABLE_KINDS, editableText, LATENT_KINDS, type LatentKind } from '../../../engine/latents/index.js';
import { formatActionId, kindsOf } from '../../cards/index.js';

import { acceptedReply, errorMessage } from '../../replies/index.js';
import { KIND_LOOKS, kindLabel, kindName, shorten } from '../../text/index.js';

import { type ActionContext, type ActionHandler, cellOf, kindOf } from '../action-context.js';

/** Slack's limit for titles of modals, and Discord's for labels of fields; see `Modal`. */
const MAX_TITLE = 24;
const MAX_LABEL = 45;
const MAX_VALUE = 3000;

/** Opens a form with one latent as it is; submitted, fixes it to what was written and samples the rest. */
export const edit: ActionHandler = async (context) => {
  const { actor, core, origin, target, fields, t } = context;
  const id = target.generationId;
  const cell = cellOf(target.args[0]);
  const kind = kindOf(target.args[1]);
  const current = await currentText(context, cell, kind);
  if (fields === null) {
    return {
      type: 'modal',
      modal: {
        id: formatActionId('edit', id, cell, kind),
        title: shorten(t('modal.edit', { kind: kindName(t, kind) }), MAX_TITLE),
        submitLabel: t('modal.submit'),
        fields: [
          {
            id: 'value',
            label: shorten(
              `${KIND_LOOKS[kind].emoji} ${t('modal.edit.label', { kind: kindName(t, kind), cell: cell + 1 })}`,
              MAX_LABEL,
            ),
            value: current.slice(0, MAX_VALUE),
            placeholder: '',
            isMultiline: true,
            isRequired: true,
            maxLength: MAX_VALUE,
          },
        ],
      },
    };
  }
  const value = fields.value ?? '';
  if (isSameText(value, current)) return errorMessage(t('errors.unchanged'));
  return acceptedReply(context, await core.edit(actor, id, cell, kind, value, origin));
};

/** Opens a form that asks, for each kind, for the cell to take it from; submitted, samples what was left empty. */
export const splice: ActionHandler = async (context) => {
  const { actor, core, origin, target, fields, t } = context;
  const generation = await core.show(actor, target.generationId);
  const count = generation.cells.length;
  if (fields === null) {
    return {
      type: 'modal',
      modal: {
        id: formatActionId('splice', generation.id),
        title: shorten(t('modal.splice'), MAX_TITLE),
        submitLabel: t('modal.submit'),
        fields: kindsOf(generation).map((kind) => ({
          id: kind,
          label: shorten(t('modal.splice.label', { kind: kindLabel(t, kind), count }), MAX_LABEL),
          value: '',
          placeholder: t('modal.splice.placeholder'),
          isMultiline: false,
          isRequired: false,
          maxLength: 3,
        })),
      },
    };
  }
  const parts: Partial<Record<LatentKind, number>> = {};
  for (const kind of LATENT_KINDS) {
    const text = (fields[kind] ?? '').trim();
    if (text === '') continue;
    const number = /^\d+$/.test(text) ? Number(text) : 0;
    if (number < 1 || number > count) return errorMessage(t('errors.splice_cells', { count }));
    parts[kind] = number - 1;
  }
  if (Object.keys(parts).length === 0) return errorMessage(t('errors.splice_cells', { count }));
  return acceptedReply(context, await core.splice(actor, generation.id, parts, origin));
};

async function currentText({ actor, core, target }: ActionContext, cell: number, kind: LatentKind): Promise<string> {
  const { cells } = await core.show(actor, target.generationId);
  const found = cells.find(({ index }) => index === cell);
  if (found === undefined) throw new CoreError('cell_unknown', { cell: cell + 1, count: cells.length });
  if (!EDITABLE_KINDS.includes(kind) || found.latents[kind] === undefined) {
    throw new CoreError('latent_missing', { kind, cell: cell + 1 });
  }
  return editableText(kind, found.latents, core.pictureSide());
}

/** Platforms change white space and line breaks on the way. */
function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
  return plain(one) === plain(other);
}
