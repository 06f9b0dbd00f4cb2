import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMessageComponentEmoji,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Action, ButtonAction, Modal, SelectAction } from '../../../chat/cards/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { clip, plainLine } from '../../../chat/text/index.js';
import { LIMITS } from './message.js';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Id of the select that holds buttons for which there was no room; its values are their ids. */
export const MORE_ID = 'discord:more';

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/**
 * Rows of buttons and selects. Discord takes five rows of five buttons or one select each; when the actions need more,
 * buttons are packed closer, and those that still have no room become the options of one more select.
 */
export function renderActions(actions: readonly (readonly Action[])[], t: Translate): Row[] {
  const rows = actions.flatMap(splitRow);
  if (rows.length <= LIMITS.rows) return rows.map(renderRow);

  const buttons = actions.flat().filter((action) => action.type === 'button');
  const selects = actions.flat().filter((action) => action.type === 'select');
  const kept = selects.slice(0, LIMITS.rows - 1);
  const room = (LIMITS.rows - kept.length) * LIMITS.buttonsInRow;
  if (buttons.length <= room)
    return [...chunk(buttons, LIMITS.buttonsInRow), ...kept.map((one) => [one])].map(renderRow);

  const shown = buttons.slice(0, room - LIMITS.buttonsInRow);
  const rest = buttons.slice(shown.length);
  return [...chunk(shown, LIMITS.buttonsInRow), ...kept.map((one) => [one]), [moreSelect(rest, t)]].map(renderRow);
}

/** A select takes a row of its own. */
function splitRow(row: readonly Action[]): Action[][] {
  const buttons = row.filter((action) => action.type === 'button');
  const selects = row.filter((action) => action.type === 'select').map((select) => [select]);
  return [...chunk(buttons, LIMITS.buttonsInRow), ...selects];
}

function moreSelect(buttons: readonly ButtonAction[], t: Translate): SelectAction {
  return {
    type: 'select',
    id: MORE_ID,
    placeholder: t('discord.more'),
    options: buttons.slice(0, LIMITS.options).map(({ id, label, emoji }) => ({
      value: id,
      label: label || emoji || id,
      isChosen: false,
      ...(emoji === undefined ? {} : { emoji }),
    })),
    min: 1,
    max: 1,
  };
}

function renderRow(actions: readonly Action[]): Row {
  return {
    type: ComponentType.ActionRow,
    components: actions.map((action) => (action.type === 'button' ? renderButton(action) : renderSelect(action))),
  };
}

function renderButton({ id, label, emoji, style }: ButtonAction): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    custom_id: id,
    style: STYLES[style],
    ...(label === '' ? {} : { label: clip(plainLine(label), LIMITS.buttonLabel) }),
    ...(emoji === undefined ? {} : { emoji: renderEmoji(emoji) }),
  };
}

function renderSelect({ id, placeholder, options, min, max }: SelectAction): APIStringSelectComponent {
  const shown = options.slice(0, LIMITS.options);
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: clip(plainLine(placeholder), LIMITS.placeholder),
    min_values: Math.min(min, shown.length),
    max_values: Math.max(1, Math.min(max, shown.length)),
    options: shown.map(({ value, label, emoji, isChosen }) => ({
      value,
      label: clip(plainLine(label), LIMITS.optionLabel) || value,
      default: isChosen,
      ...(emoji === undefined ? {} : { emoji: renderEmoji(emoji) }),
    })),
  };
}

function renderEmoji(emoji: string): APIMessageComponentEmoji {
  return { name: emoji };
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** A form as Discord shows it. Its submit button cannot be named there. */
export function renderModal({ id, title, fields }: Modal): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: clip(plainLine(title), LIMITS.modalTitle),
    components: fields.slice(0, LIMITS.modalFields).map((field) => ({
      type: ComponentType.Label,
      label: clip(plainLine(field.label), LIMITS.fieldLabel),
      component: {
        type: ComponentType.TextInput,
        custom_id: field.id,
        style: field.isMultiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
        value: clip(field.value, Math.min(field.maxLength, LIMITS.fieldValue)),
        placeholder: clip(plainLine(field.placeholder), LIMITS.fieldPlaceholder),
        required: field.isRequired,
        max_length: Math.min(field.maxLength, LIMITS.fieldValue),
      },
    })),
  };
}
