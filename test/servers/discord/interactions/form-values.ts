import { ComponentType } from 'discord.js';
import type { Interactive } from '../schemas/components.js';
import { fieldsOf, type Modal } from '../schemas/modal.js';

/**
 * What a modal sends when a user fills it in; fields left out keep what they showed.
 *
 * @throws Error for what the client would not let the user send
 */
export function submittedComponents(
  modal: Modal,
  given: Readonly<Record<string, string | readonly string[]>>,
): object[] {
  const fields = fieldsOf(modal);
  for (const id of Object.keys(given)) {
    if (!fields.some((field) => field.custom_id === id)) throw new Error(`The form has no field ${id}.`);
  }
  const fill = (field: (typeof fields)[number]): object => {
    const { custom_id: id, type } = field;
    if (type === ComponentType.TextInput) {
      const value = String(given[id] ?? field.value ?? '');
      const isRequired = field.required ?? true;
      const [min, max] = [field.min_length ?? (isRequired ? 1 : 0), field.max_length ?? 4000];
      if ((value.length < min && (isRequired || value.length > 0)) || value.length > max) {
        throw new Error(`The field ${id} takes ${min} to ${max} characters.`);
      }
      return { type, custom_id: id, value };
    }
    const values = [given[id] ?? defaults(field)].flat();
    checkValues(field, values);
    return { type, custom_id: id, values };
  };
  return modal.components.map((one) => {
    if (one.type === ComponentType.Label) return { type: one.type, component: fill(one.component) };
    if (one.type === ComponentType.ActionRow) return { type: one.type, components: one.components.map(fill) };
    return { type: one.type };
  });
}

/**
 * Whether a select menu takes these values.
 *
 * @throws Error for what the client would not let the user choose
 */
export function checkValues(
  select: Exclude<Interactive, { type: ComponentType.Button }>,
  values: readonly string[],
): void {
  const [min, max] = [select.min_values ?? 1, select.max_values ?? 1];
  if (values.length < min || values.length > max) throw new Error(`${select.custom_id} takes ${min} to ${max} values.`);
  if (new Set(values).size < values.length) throw new Error(`${select.custom_id} takes each value once.`);
  if (select.type !== ComponentType.StringSelect) return;
  const unknown = values.find((value) => !select.options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`${select.custom_id} has no option ${unknown}.`);
}

function defaults(select: Exclude<Interactive, { type: ComponentType.Button }>): string[] {
  if (select.type !== ComponentType.StringSelect) return [];
  return select.options.filter((option) => option.default).map((option) => option.value);
}
