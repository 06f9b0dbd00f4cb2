import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import { complain } from '../rest/form.js';
import { partialEmoji } from './basics.js';

const componentId = z.number().int().min(0).optional();
const customId = z.string().min(1).max(100);

/** developers/components/reference#button */
const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.number().int().min(ButtonStyle.Primary).max(ButtonStyle.Premium),
    label: z.string().max(80).nullish(),
    emoji: partialEmoji.nullish(),
    custom_id: customId.optional(),
    url: z.string().max(512).optional(),
    sku_id: z.string().optional(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((one, context) => {
    const key = one.style === ButtonStyle.Link ? 'url' : one.style === ButtonStyle.Premium ? 'sku_id' : 'custom_id';
    if (one[key] === undefined) complain(context, [key], 'BASE_TYPE_REQUIRED', 'This field is required');
    if (one.style !== ButtonStyle.Premium && !one.label && !one.emoji) {
      complain(context, ['label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or an emoji is required');
    }
    if (key !== 'custom_id' && one.custom_id !== undefined) {
      complain(context, ['custom_id'], 'COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified');
    }
  });

const selectBase = {
  id: componentId,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.number().int().min(0).max(25).nullish(),
  max_values: z.number().int().min(1).max(25).nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().optional(),
};

const option = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji: partialEmoji.nullish(),
  default: z.boolean().nullish(),
});

/** developers/components/reference#string-select */
const stringSelect = z
  .object({ type: z.literal(ComponentType.StringSelect), ...selectBase, options: z.array(option).min(1).max(25) })
  .superRefine((one, context) => {
    const max = one.max_values ?? 1;
    if ((one.min_values ?? 1) > max) {
      complain(context, ['min_values'], 'BASE_TYPE_MAX', 'min_values must not be greater than max_values');
    }
    if (max > one.options.length) {
      complain(context, ['max_values'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${one.options.length}.`);
    }
    const values = new Set<string>();
    for (const [index, { value }] of one.options.entries()) {
      if (values.has(value)) {
        complain(
          context,
          ['options', index, 'value'],
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        );
      }
      values.add(value);
    }
    if (one.options.filter((each) => each.default).length > max) {
      complain(context, ['options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More default options than max_values');
    }
  });

const entitySelect = z.object({
  type: z.union([
    z.literal(ComponentType.UserSelect),
    z.literal(ComponentType.RoleSelect),
    z.literal(ComponentType.MentionableSelect),
    z.literal(ComponentType.ChannelSelect),
  ]),
  ...selectBase,
});

const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: z.string().min(1).max(4000),
});
const mediaItem = z.object({
  url: z
    .string()
    .max(2048)
    .regex(/^(https?|attachment):\/\/\S+$/),
});
const description = z.string().max(1024).nullish();
const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id: componentId,
  media: mediaItem,
  description,
  spoiler: z.boolean().optional(),
});
const section = z.object({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.union([button, thumbnail]),
});
const mediaGallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id: componentId,
  items: z
    .array(z.object({ media: mediaItem, description, spoiler: z.boolean().optional() }))
    .min(1)
    .max(10),
});
const file = z.object({
  type: z.literal(ComponentType.File),
  id: componentId,
  file: z.object({ url: z.string().regex(/^attachment:\/\/\S+$/) }),
  spoiler: z.boolean().optional(),
});
const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  divider: z.boolean().optional(),
  spacing: z.number().int().min(1).max(2).optional(),
});

/** At most five buttons, or one select menu (developers/components/reference#action-row). */
const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
      .min(1)
      .max(5),
  })
  .superRefine((row, context) => {
    const selects = row.components.filter((one) => one.type !== ComponentType.Button);
    if (selects.length > 0 && row.components.length > 1) {
      complain(
        context,
        ['components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    }
  });

const inContainer = [actionRow, textDisplay, section, mediaGallery, file, separator] as const;
const container = z.object({
  type: z.literal(ComponentType.Container),
  id: componentId,
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
  accent_color: z.number().int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
});

/** Messages with IS_COMPONENTS_V2 take all of these; others only action rows. */
export const messageComponents = z.array(z.discriminatedUnion('type', [...inContainer, container]));

export type MessageComponent = z.output<typeof messageComponents>[number];
export type Interactive = z.output<typeof button> | z.output<typeof stringSelect> | z.output<typeof entitySelect>;
export const selectComponents = { stringSelect, entitySelect };
