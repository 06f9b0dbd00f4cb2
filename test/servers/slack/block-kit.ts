import { z } from 'zod';
import {
  accessory,
  actionElement,
  anyText,
  blockId,
  imageElement,
  imageSource,
  inputElement,
  plainText,
} from './block-elements.js';
import type { Json } from './types.js';

// https://docs.slack.dev/reference/block-kit/blocks, one page a block, and https://docs.slack.dev/reference/views.

const section = z.strictObject({
  type: z.literal('section'),
  block_id: blockId,
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
});
const header = z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) });
const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });
const image = z.strictObject({
  type: z.literal('image'),
  block_id: blockId,
  alt_text: z.string().min(1).max(2000),
  title: plainText(2000).optional(),
  ...imageSource,
});
const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.union([anyText(3000), imageElement]))
    .min(1)
    .max(10),
});
const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z.array(actionElement).min(1).max(25),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plainText(2000),
  element: inputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().regex(/^[CDG][A-Z0-9]+$/) }),
]);

/** Of rich text what is preformatted, and lists: their texts are never parsed. */
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).min(1),
        }),
        z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z
            .array(z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) }))
            .min(1),
        }),
      ]),
    )
    .min(1),
});

const messageBlock = z.discriminatedUnion('type', [section, header, divider, image, context, actions, richText]);
const viewBlock = z.discriminatedUnion('type', [section, header, divider, image, context, actions, richText, input]);

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  blocks: z.array(viewBlock).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  external_id: z.string().max(255).optional(),
});
const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(viewBlock).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
});

const identified = z.object({ action_id: z.string() });

/** Faults that a schema of one block cannot see: ids used twice, sources given twice, empty sections. */
function crossFaults(blocks: readonly Json[], at: string): string[] {
  const faults: string[] = [];
  const blockIds = new Set<unknown>();
  blocks.forEach((block, index) => {
    const here = `${at}/blocks/${index}`;
    if (block.block_id !== undefined && blockIds.has(block.block_id))
      faults.push(`block_id already exists [json-pointer:${here}/block_id]`);
    blockIds.add(block.block_id);
    if (block.type === 'section' && block.text === undefined && block.fields === undefined) {
      faults.push(`must define either \`text\` or \`fields\` [json-pointer:${here}]`);
    }
    if (block.type === 'image' && (block.image_url === undefined) === (block.slack_file === undefined)) {
      faults.push(`must define exactly one of \`image_url\` and \`slack_file\` [json-pointer:${here}]`);
    }
    if (!Array.isArray(block.elements)) return;
    const ids = block.elements.flatMap((element) => identified.safeParse(element).data?.action_id ?? []);
    if (new Set(ids).size < ids.length)
      faults.push(`\`action_id\` already exists in block [json-pointer:${here}/elements]`);
  });
  return faults;
}

const schemaFaults = (schema: z.ZodType, value: unknown, at: string): string[] => {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(
    ({ message, path }) => `${message} [json-pointer:${[at, ...path.map(String)].join('/')}]`,
  );
};

/** Faults of a message's blocks, each with a JSON pointer; empty when Slack would take them. */
export function messageBlockFaults(blocks: readonly Json[]): string[] {
  if (blocks.length > 50) return ['no more than 50 items allowed [json-pointer:/blocks]'];
  return [...schemaFaults(z.array(messageBlock), blocks, '/blocks'), ...crossFaults(blocks, '')];
}

/**
 * Characters that all texts of one message's blocks may have together. Slack documents none; clients were refused
 * (`msg_blocks_too_long`) from between 11,000 and 13,000 on, so that the least is held to here.
 */
const MOST_TEXT = 11_000;
/** What a message shows only when a menu is opened or a button pressed. */
const UNSEEN = new Set(['options', 'initial_option', 'initial_options', 'confirm']);

/** Whether blocks, each of them right, hold too much text together. */
export const areTooLong = (blocks: readonly Json[]): boolean => textLength(blocks) > MOST_TEXT;

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => {
    if (UNSEEN.has(key)) return sum;
    const isText = (key === 'text' || key === 'alt_text') && typeof item === 'string';
    return sum + (isText ? item.length : textLength(item));
  }, 0);
}

/** Faults of a view's whole definition. */
export function viewFaults(view: Json): string[] {
  const faults = schemaFaults(view.type === 'home' ? home : modal, view, '/view');
  const blocks = z.array(z.record(z.string(), z.unknown())).safeParse(view.blocks);
  if (!blocks.success) return faults;
  const needsSubmit =
    view.type === 'modal' && blocks.data.some(({ type }) => type === 'input') && view.submit === undefined;
  return [
    ...faults,
    ...(needsSubmit ? ['missing required field: submit [json-pointer:/view]'] : []),
    ...crossFaults(blocks.data, '/view'),
  ];
}

/** Ids of the uploaded files that blocks show, with a pointer to each. */
export function filesInBlocks(blocks: readonly Json[]): { id: string; at: string }[] {
  const found: { id: string; at: string }[] = [];
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, `${at}/${index}`);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        const file = key === 'slack_file' ? z.object({ id: z.string() }).safeParse(item) : undefined;
        if (file?.success) found.push({ id: file.data.id, at: `${at}/slack_file.id/slack_file` });
        else walk(item, `${at}/${key}`);
      }
    }
  };
  walk(blocks, '/blocks');
  return found;
}

/** Elements that a person can act on, by `action_id`, with their block. */
export function actionableElements(blocks: readonly Json[]): { actionId: string; blockId: string; element: Json }[] {
  const record = z.looseObject({ action_id: z.string() });
  return blocks.flatMap((block, index) => {
    const candidates: unknown[] = [
      block.accessory,
      block.element,
      ...(Array.isArray(block.elements) ? block.elements : []),
    ];
    return candidates.flatMap((candidate) => {
      const element = record.safeParse(candidate);
      if (!element.success) return [];
      const id = typeof block.block_id === 'string' ? block.block_id : `b${index}`;
      return [{ actionId: element.data.action_id, blockId: id, element: element.data }];
    });
  });
}
