import type { types } from '@slack/bolt';
import { progressBar as bar, clip, type Mention, type RichLine } from '../../../chat/text/index.js';
import { clean, pieces } from './text-out.js';

/** A block that a message or view may have (https://docs.slack.dev/reference/block-kit/blocks). */
export type SlackBlock = types.KnownBlock;

// https://docs.slack.dev/reference/block-kit/blocks
const HEADER = 150;
const SECTION = 3000;
const CONTEXT = 2000;
const ALT_TEXT = 2000;

/** Text in which nothing is markup; `:names:` of emoji are. */
export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: true });

/** A heading; as plain text of the normal size when it is too long for one. */
export function heading(text: string): SlackBlock[] {
  const line = clean(text).replaceAll('\n', ' ');
  if (line === '') return [];
  return line.length <= HEADER ? [{ type: 'header', text: plain(line) }] : paragraphs(line);
}

/** Text as it was written, in as many sections as it takes. */
export const paragraphs = (text: string): SlackBlock[] =>
  pieces(text, SECTION).map((piece) => ({ type: 'section', text: plain(piece) }));

/** Small print. */
export const smallPrint = (text: string): SlackBlock[] => {
  const line = clip(clean(text), CONTEXT);
  return line === '' ? [] : [{ type: 'context', elements: [plain(line)] }];
};

/** Text to be copied exactly. */
export const code = (text: string): SlackBlock[] =>
  text === ''
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }] }];

/** A line whose mentions Slack shows by name. */
export const richParagraph = (line: RichLine): SlackBlock[] =>
  line.length === 0
    ? []
    : [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: line.map(richElement) }] }];

/**
 * A list whose mentions Slack shows by name (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). It
 * knows no roles.
 */
export const richList = (lines: readonly RichLine[]): SlackBlock[] =>
  lines.length === 0
    ? []
    : [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: lines.map((line) => ({ type: 'rich_text_section', elements: line.map(richElement) })),
            },
          ],
        },
      ];

function richElement(part: string | Mention): types.RichTextElement {
  if (typeof part === 'string') return { type: 'text', text: part.replace(/\s+/gu, ' ') };
  if (part.kind === 'user' && /^[UW][A-Z0-9]+$/.test(part.id)) return { type: 'user', user_id: part.id };
  if (part.kind === 'channel' && /^[CDG][A-Z0-9]+$/.test(part.id)) return { type: 'channel', channel_id: part.id };
  return { type: 'text', text: part.id };
}

/** An uploaded picture. Its block id tells which file it shows, so that an edit can keep it without uploading again. */
export function picture(file: { id: string; digest: string }, altText: string): SlackBlock {
  const alt = clip(clean(altText).replaceAll('\n', ' '), ALT_TEXT);
  return { type: 'image', block_id: pictureBlockId(file), slack_file: { id: file.id }, alt_text: alt || '–' };
}

/** Id of the button that opens a hidden picture; its value is the alternative text. */
export const REVEAL = 'slack:reveal';
const REVEAL_VALUE = 1900;

/** A button that opens the picture: what Slack allows for a spoiler. */
export function hiddenPicture(file: { id: string; digest: string }, altText: string, label: string): SlackBlock {
  const value = clip(clean(altText).replaceAll('\n', ' '), REVEAL_VALUE) || '–';
  const button: types.Button = { type: 'button', action_id: REVEAL, text: plain(label), value };
  return { type: 'actions', block_id: pictureBlockId(file), elements: [button] };
}

const pictureBlockId = ({ id, digest }: { id: string; digest: string }): string => `picture:${id}:${digest}`;

/** The file that a message's picture block shows; null without one. */
export function pictureIn(blocks: readonly { block_id?: string | undefined }[]): { id: string; digest: string } | null {
  for (const { block_id: id = '' } of blocks) {
    const found = /^picture:(F[A-Z0-9]+):([0-9a-f]{12})$/.exec(id);
    if (found) return { id: found[1]!, digest: found[2]! };
  }
  return null;
}

/** "▓▓▓▓░░░░░░░░ 33 %" @param share that is done, 0–1 */
export const progressBar = (share: number): string => bar(share, 12, ['▓', '░']);
