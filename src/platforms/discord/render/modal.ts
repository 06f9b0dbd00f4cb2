import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Modal } from '../../../chat/cards/index.js';
import { clip, plainLine } from '../../../chat/text/index.js';
import { LIMITS } from './limits.js';

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
