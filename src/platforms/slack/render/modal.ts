import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Modal } from '../../../chat/cards/index.js';
import { shorten } from '../../../chat/text/index.js';
import { plain } from './blocks.js';

/** Where a modal was opened from: a submission does not tell. */
const originSchema = z.object({
  channelId: z.string(),
  threadTs: z.string().nullable(),
  /** `ts` of the message whose button opened it. */
  messageTs: z.string().nullable(),
});
/** See `originSchema`. */
export type ModalOrigin = z.infer<typeof originSchema>;

const TITLE = 24;
const INITIAL_VALUE = 3000;
/** The element of each input; its block's id is the field's. */
const ELEMENT = 'value';

/** https://docs.slack.dev/reference/views/modal-views */
export function modalView(modal: Modal, origin: ModalOrigin): types.ModalView {
  return {
    type: 'modal',
    callback_id: modal.id,
    private_metadata: JSON.stringify(origin),
    title: plain(shorten(modal.title, TITLE) || '–'),
    submit: plain(shorten(modal.submitLabel, TITLE) || '–'),
    blocks: modal.fields.map((field) => ({
      type: 'input',
      block_id: field.id,
      label: plain(field.label || '–'),
      optional: !field.isRequired,
      element: {
        type: 'plain_text_input',
        action_id: ELEMENT,
        multiline: field.isMultiline,
        max_length: field.maxLength,
        ...(field.value === ''
          ? {}
          : { initial_value: field.value.slice(0, Math.min(field.maxLength, INITIAL_VALUE)) }),
        ...(field.placeholder === '' ? {} : { placeholder: plain(shorten(field.placeholder, 150)) }),
      },
    })),
  };
}

const stateSchema = z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() })));

/** Submitted fields by their ids; empty ones as empty texts. */
export function submittedFields(state: unknown): Record<string, string> {
  const blocks = stateSchema.parse(state);
  return Object.fromEntries(Object.entries(blocks).map(([id, elements]) => [id, elements[ELEMENT]?.value ?? '']));
}

/** @throws for metadata that this adapter did not write */
export const readOrigin = (metadata: string): ModalOrigin => originSchema.parse(JSON.parse(metadata));
