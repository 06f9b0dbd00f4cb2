import type { Block, MessageReply } from '../../../chat/replies/index.js';
import { clip, plainText } from '../../../chat/text/index.js';
import { actionBlocks } from './actions.js';
import { code, heading, paragraphs, richList, richParagraph, type SlackBlock, smallPrint } from './blocks.js';
import type { CardContent } from './card-message.js';
import { fitted } from './fit.js';
import { escapeText } from './text-out.js';

const MOST_BLOCKS = 50;
const MOST_HOME_BLOCKS = 100;

function blocksOf(block: Block): SlackBlock[] {
  if (block.type === 'heading') return heading(block.text);
  if (block.type === 'text') return paragraphs(block.text);
  if (block.type === 'code') return code(block.text);
  if (block.type === 'list') return paragraphs(block.items.map((item) => `• ${item}`).join('\n'));
  if (block.type === 'rich-text') return richParagraph(block.line);
  if (block.type === 'rich-list') return richList(block.items);
  return smallPrint(block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'));
}

function textOf(block: Block): string {
  if (block.type === 'list') return block.items.join(', ');
  if (block.type === 'rich-text') return plainText(block.line);
  if (block.type === 'rich-list') return block.items.map(plainText).join(', ');
  if (block.type === 'facts') return block.facts.map(({ label, value }) => `${label}: ${value}`).join(', ');
  return block.text;
}

/** An answer in words as a message; null when it says nothing and offers nothing. */
export function replyContent({ blocks, actions, isError }: MessageReply): CardContent | null {
  const body = blocks.flatMap(blocksOf);
  const rows = actionBlocks(actions);
  if (body.length === 0 && rows.length === 0) return null;
  const text = clip(escapeText(blocks.map(textOf).join('\n')), 2000) || '…';
  return {
    text: isError ? `⚠️ ${text}` : text,
    blocks: fitted(body, rows, MOST_BLOCKS),
  };
}

/** An answer's words alone, escaped: what introduces a picture. */
export const replyText = ({ blocks }: MessageReply): string => clip(escapeText(blocks.map(textOf).join('\n')), 2000);

/** The Home tab: words only, since what is pressed there belongs to no channel. */
export const homeBlocks = ({ blocks }: MessageReply): SlackBlock[] =>
  blocks.flatMap(blocksOf).slice(0, MOST_HOME_BLOCKS);
