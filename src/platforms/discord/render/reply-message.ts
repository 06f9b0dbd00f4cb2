import type { Translate } from '../../../chat/i18n/index.js';
import type { Block, MessageReply } from '../../../chat/replies/index.js';
import type { RichLine } from '../../../chat/text/index.js';
import { renderActions } from './components.js';
import { attach, type DiscordMessage, LIMITS, NO_MENTIONS } from './message.js';
import { codeBlock, escapeLine, escapePart, escapeText } from './text.js';

const CODE_LENGTH = 1_900;
const TEXT_LENGTH = 3_500;

/**
 * A message of blocks: all of it in an embed, whose text may be twice as long as a message's; a lone error or line of
 * text as plain content. What does not fit is cut at a whole line and said to be.
 *
 * @param fileLimit bytes that a file may have; larger ones are left out and said to be
 */
export function renderReply(reply: MessageReply, t: Translate, fileLimit: number): DiscordMessage {
  const fitting = reply.pictures.filter(({ file }) => file.length <= fileLimit);
  const { attachments, files } = attach(fitting, false);
  const blocks: Block[] =
    fitting.length === reply.pictures.length
      ? reply.blocks
      : [...reply.blocks, { type: 'text', text: t('discord.picture_too_large') }];
  const text = joinBlocks(blocks.map(renderBlock), LIMITS.embedDescription);
  const mark = reply.isError && text !== '' ? '⚠️ ' : '';
  const isShort = mark.length + text.length <= LIMITS.content && blocks.length <= 1;
  return {
    body: {
      content: isShort ? `${mark}${text}` : '',
      embeds: isShort || text === '' ? [] : [{ description: text, color: reply.isError ? 0xd8_3c_3e : 0x58_65_f2 }],
      components: renderActions(reply.actions, t),
      attachments,
      allowed_mentions: NO_MENTIONS,
    },
    files,
  };
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `**${escapeLine(block.text, 250)}**`;
    case 'text':
      return escapeText(block.text, TEXT_LENGTH);
    case 'code':
      return codeBlock(block.text, CODE_LENGTH);
    case 'list':
      return block.items.map((item) => `- ${escapeLine(item, 600)}`).join('\n');
    case 'rich-text':
      return richText(block.line);
    case 'rich-list':
      return block.items.map((item) => `- ${richText(item)}`).join('\n');
    case 'facts':
      return block.facts
        .map(({ label, value }) => `**${escapeLine(label, 100)}** ${escapeLine(value, 400)}`)
        .join('\n');
  }
}

/** Letters of one part of a line. */
const ITEM_LENGTH = 600;

/**
 * Names of users, roles and channels as Discord shows them (docs/reference.mdx#message-formatting-formats);
 * `allowed_mentions` notifies none.
 */
function richText(line: RichLine): string {
  return line
    .map((part) => {
      if (typeof part === 'string') return escapePart(part, ITEM_LENGTH);
      if (!/^\d+$/.test(part.id)) return escapePart(part.id, ITEM_LENGTH);
      return { user: `<@${part.id}>`, role: `<@&${part.id}>`, channel: `<#${part.id}>` }[part.kind];
    })
    .join('');
}

/** Joins blocks with line breaks; from the one that has no room on, whole lines are left out. */
function joinBlocks(blocks: readonly string[], room: number): string {
  const whole = blocks.filter((block) => block !== '').join('\n');
  if (whole.length <= room) return whole;
  const kept: string[] = [];
  let length = 0;
  for (const line of whole.split('\n')) {
    length += line.length + 1;
    // Room for the ellipsis and for closing a code block that is cut.
    if (length > room - 8) break;
    kept.push(line);
  }
  const isInCode = kept.filter((line) => line === '```').length % 2 === 1;
  return [...kept, ...(isInCode ? ['```'] : []), '…'].join('\n');
}
