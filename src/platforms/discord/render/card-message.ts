import type { APIEmbed } from 'discord.js';
import type { Card, CardCell, CardLatent } from '../../../chat/cards/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { progressBar as bar, clip, plainLine } from '../../../chat/text/index.js';
import { renderActions } from './components.js';
import { attach, type DiscordMessage, LIMITS, NO_MENTIONS, onlyUser } from './message.js';
import { escapeLine } from './text.js';

const COLOURS: Readonly<Record<Card['state'], number>> = {
  queued: 0x80_84_8e,
  planning: 0x58_65_f2,
  painting: 0x58_65_f2,
  planned: 0xeb_a5_3b,
  done: 0x2d_9d_5c,
  failed: 0xd8_3c_3e,
  cancelled: 0x80_84_8e,
  deleted: 0x80_84_8e,
};

const TITLE_LENGTH = 300;
const STATUS_LENGTH = 800;
const NOTICES_LENGTH = 900;

/** How a card is shown. */
export interface CardMessageOptions {
  t: Translate;
  /** Notify the requester: only new messages do that, never edits. */
  isNotifying: boolean;
  /** A line of the adapter's own, in Discord's markup, such as why it is here; null without one. */
  remark?: string | null;
  /** Bytes that a file may have where the message goes. */
  fileLimit: number;
}

/**
 * A card as one message: prompt and state as its text, the picture as an attachment (only there has it alt text and a
 * spoiler), a line of latents a cell and the facts in an embed, which has room for nine cells, and the actions below.
 * Texts are cut to fit, so that no card is ever refused for its length.
 */
export function renderCard(
  card: Card,
  { t, isNotifying, remark = null, fileLimit }: CardMessageOptions,
): DiscordMessage {
  const isTooLarge = card.picture !== null && card.picture.file.length > fileLimit;
  const pictures = card.picture === null || isTooLarge ? [] : [card.picture];
  const notices = isTooLarge ? [...card.notices, t('discord.picture_too_large')] : card.notices;
  const { attachments, files } = attach(pictures, card.isSpoiler);
  const embed = renderEmbed(card, notices);
  return {
    body: {
      content: remark === null ? renderContent(card) : `${renderContent(card)}\n-# ${remark}`,
      embeds: embed === null ? [] : [embed],
      components: renderActions(card.actions, t),
      attachments,
      allowed_mentions: isNotifying ? onlyUser(card.requesterId) : NO_MENTIONS,
    },
    files,
  };
}

function renderContent({ title, requesterId, status, progress }: Card): string {
  const prompt = escapeLine(title, TITLE_LENGTH);
  const lines = [`${prompt === '' ? '' : `**${prompt}** · `}<@${requesterId}>`];
  if (status !== null) lines.push(escapeLine(status, STATUS_LENGTH));
  if (progress !== null) lines.push(progressBar(progress));
  return lines.join('\n');
}

/** "▰▰▰▰▰▱▱▱▱▱▱▱ 42 %" @param share that is done, 0–1 */
export const progressBar = (share: number): string => bar(share, 12, ['▰', '▱']);

function renderEmbed(card: Card, notices: readonly string[]): APIEmbed | null {
  const footer = clip(
    card.facts.map(({ label, value }) => `${plainLine(label)} ${plainLine(value)}`).join(' · '),
    Math.min(LIMITS.embedFooter, LIMITS.embedTotal - LIMITS.embedDescription),
  );
  const small = renderNotices(notices);
  const cells = renderCells(card.cells, LIMITS.embedDescription - small.length - 2);
  const description = [cells, small].filter((part) => part !== '').join('\n\n');
  if (description === '' && footer === '') return null;
  return {
    color: COLOURS[card.state],
    ...(description === '' ? {} : { description }),
    ...(footer === '' ? {} : { footer: { text: footer } }),
  };
}

function renderNotices(notices: readonly string[]): string {
  const lines: string[] = [];
  let left = NOTICES_LENGTH;
  for (const notice of notices) {
    const line = `-# ${escapeLine(notice, Math.max(0, left - 4))}`;
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return lines.join('\n');
}

/** Each cell gets an equal share of the room. */
function renderCells(cells: readonly CardCell[], room: number): string {
  const share = Math.floor(room / Math.max(1, cells.length)) - 1;
  return cells.map((cell) => renderCell(cell, share)).join('\n');
}

/** Marks of a latent besides its text: an emoji of up to 8 units, two marks and spaces, underlining. */
const LATENT_MARKS = 18;

function renderCell({ number, latents, isPinned }: CardCell, room: number): string {
  const head = `**${number}**${isPinned ? ' 📌' : ''} `;
  const texts = shareOut(
    latents.map(({ text }) => text),
    room - head.length - latents.length * (LATENT_MARKS + 2),
  );
  return `${head}${latents.map((latent, index) => renderLatent(latent, texts[index]!)).join('  ')}`;
}

function renderLatent({ emoji, origin, isPinned, isChanged }: CardLatent, escaped: string): string {
  const marks = `${isPinned ? '📌' : ''}${origin === 'edited' ? '✏️' : ''}`;
  const text = isChanged && escaped !== '' ? `__${escaped}__` : escaped;
  return `${emoji}${marks} ${text}`;
}

/** Escapes texts so that together they have at most `room` units; what short ones leave goes to the longer ones. */
function shareOut(texts: readonly string[], room: number): string[] {
  const escaped = texts.map((text) => escapeLine(text, room));
  const order = escaped.map((_, index) => index).sort((a, b) => escaped[a]!.length - escaped[b]!.length);
  let left = Math.max(0, room);
  order.forEach((index, place) => {
    const share = Math.floor(left / (order.length - place));
    if (escaped[index]!.length > share) escaped[index] = escapeLine(texts[index]!, share);
    left -= escaped[index]!.length;
  });
  return escaped;
}
