import type { Modal } from '../../../chat/cards/index.js';
import type { ArgumentValues } from '../../../chat/commands/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import type { Generation } from '../../../core/index.js';

const PREFIX = 'discord:use:';
/** The command that the form stands for. */
export const USE_LATENTS_PATH = 'latents use';

/** The form behind the menu entry "Use latents of this image": options of `/latents use` for the grid of a message. */
export function useLatentsForm(generation: Generation, t: Translate): Modal {
  const field = { placeholder: '', isMultiline: false, isRequired: false, maxLength: 200 };
  return {
    id: `${PREFIX}${generation.id}`,
    title: t('discord.use_latents.title'),
    submitLabel: '',
    fields: [
      {
        ...field,
        id: 'prompt',
        label: t('discord.use_latents.prompt'),
        value: generation.prompt,
        isMultiline: true,
        maxLength: 3_000,
      },
      {
        ...field,
        id: 'cell',
        label: t('discord.use_latents.cell', { count: generation.settings.count }),
        value: '1',
        maxLength: 1,
        isRequired: true,
      },
      {
        ...field,
        id: 'kinds',
        label: t('discord.use_latents.kinds'),
        value: '',
        placeholder: 'palette, boxes',
      },
    ],
  };
}

/** Values for `/latents use` of a submitted form; null when the form is another one. */
export function useLatentsValues(formId: string, fields: Readonly<Record<string, string>>): ArgumentValues | null {
  if (!formId.startsWith(PREFIX)) return null;
  const filled = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries(filled), id: formId.slice(PREFIX.length) };
}
