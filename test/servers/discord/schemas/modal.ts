import { ComponentType } from 'discord.js';
import { z } from 'zod';
import { complain } from '../rest/form.js';
import { selectComponents } from './components.js';

/** developers/components/reference#text-input */
const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: z.number().int().optional(),
    custom_id: z.string().min(1).max(100),
    style: z.number().int().min(1).max(2),
    label: z.string().max(45).nullish(),
    min_length: z.number().int().min(0).max(4000).nullish(),
    max_length: z.number().int().min(1).max(4000).nullish(),
    required: z.boolean().nullish(),
    value: z.string().max(4000).nullish(),
    placeholder: z.string().max(100).nullish(),
  })
  .superRefine((one, context) => {
    const length = one.value?.length ?? 0;
    const isTooLong = length > (one.max_length ?? 4000);
    const isTooShort = length > 0 && length < (one.min_length ?? 0);
    if (isTooLong || isTooShort) {
      complain(
        context,
        ['value'],
        'BASE_TYPE_BAD_LENGTH',
        `Must be between ${one.min_length ?? 0} and ${one.max_length ?? 4000} in length.`,
      );
    }
  });

const inLabel = z.discriminatedUnion('type', [textInput, selectComponents.stringSelect, selectComponents.entitySelect]);
const label = z.object({
  type: z.literal(ComponentType.Label),
  id: z.number().int().optional(),
  label: z.string().min(1).max(45),
  description: z.string().max(100).nullish(),
  component: inLabel,
});
const legacyRow = z.object({
  type: z.literal(ComponentType.ActionRow),
  components: z
    .array(
      textInput.refine((one) => Boolean(one.label), {
        path: ['label'],
        message: 'This field is required',
        params: { code: 'BASE_TYPE_REQUIRED' },
      }),
    )
    .length(1),
});
const text = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string().min(1).max(4000) });

/** developers/interactions/receiving-and-responding#interaction-response-object-modal */
export const modal = z
  .object({
    custom_id: z.string().min(1).max(100),
    title: z.string().min(1).max(45),
    components: z
      .array(z.discriminatedUnion('type', [label, legacyRow, text]))
      .min(1)
      .max(5),
  })
  .superRefine((one, context) => {
    const ids = fieldsOf(one).map((field) => field.custom_id);
    if (new Set(ids).size < ids.length) {
      complain(context, ['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
  });

export type Modal = z.output<typeof modal>;
export type ModalField = z.output<typeof inLabel>;

/** What the user fills in, in order. */
export function fieldsOf(one: { components: Modal['components'] }): ModalField[] {
  return one.components.flatMap((each): ModalField[] => {
    if (each.type === ComponentType.Label) return [each.component];
    return each.type === ComponentType.ActionRow ? each.components : [];
  });
}
