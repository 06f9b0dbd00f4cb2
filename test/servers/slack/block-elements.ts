import { z } from 'zod';

// Limits from https://docs.slack.dev/reference/block-kit (composition-objects, block-elements), cross-read with
// @slack/types. Unknown fields are refused, as Slack refuses them.

/** `plain_text` of 1–`max` characters. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });

/** Text of either kind. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const blockId = z.string().min(1).max(255).optional();
const actionId = z.string().min(1).max(255);

/** Exactly one of `image_url` and `slack_file`; ids must look like Slack's. */
export const imageSource = {
  image_url: z.string().max(3000).startsWith('http').optional(),
  slack_file: z
    .union([z.strictObject({ id: z.string().regex(/^F[A-Z0-9]{8,}$/) }), z.strictObject({ url: z.url() })])
    .optional(),
};

const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const option = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: plainText(75).optional(),
});
const options = z.array(option).min(1).max(100);

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  url: z.string().max(3000).optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});

const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  placeholder: plainText(150).optional(),
  options,
  initial_option: option.optional(),
  confirm: confirm.optional(),
});

const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  action_id: actionId,
  placeholder: plainText(150).optional(),
  options,
  initial_options: z.array(option).min(1).max(100).optional(),
  max_selected_items: z.number().int().min(1).optional(),
  confirm: confirm.optional(),
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).max(10).optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(option).min(1).max(5),
});

export const imageElement = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(2000),
  ...imageSource,
});

/** What an actions block may hold. */
export const actionElement = z.discriminatedUnion('type', [button, staticSelect, checkboxes, overflow]);

/** What stands beside a section's text. */
export const accessory = z.discriminatedUnion('type', [
  button,
  staticSelect,
  multiStaticSelect,
  checkboxes,
  overflow,
  imageElement,
]);

/** What an input block may hold. */
export const inputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
    placeholder: plainText(150).optional(),
    focus_on_load: z.boolean().optional(),
  }),
  staticSelect,
  multiStaticSelect,
  checkboxes,
]);
