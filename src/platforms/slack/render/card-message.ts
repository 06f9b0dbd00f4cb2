import type { Card, CardCell } from '../../../chat/cards/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { clip } from '../../../chat/text/index.js';
import { actionBlocks } from './actions.js';
import { heading, hiddenPicture, paragraphs, picture, progressBar, type SlackBlock, smallPrint } from './blocks.js';
import { fitted } from './fit.js';
import { escapeText } from './text-out.js';

/** What a message of Slack's says: with blocks, and in one text for where they are not shown. */
export interface CardContent {
  /** For notifications and readers without blocks: mrkdwn, escaped. */
  text: string;
  blocks: SlackBlock[];
}

/** How a card is shown. */
export interface CardOptions {
  /** The uploaded picture; null when there is none to show here. */
  file: { id: string; digest: string } | null;
  /** Whether the requester is named: only where that notifies nobody, or shall. */
  namesRequester: boolean;
  /** A line of the adapter's own, such as where the picture is. */
  remark: string | null;
  t: Translate;
}

const MOST_BLOCKS = 50;
/** Longest line of a cell, so that nine of them stay readable. */
const CELL = 600;

/** A generation as a message. Everything that people or the model wrote is plain text, where nothing is markup. */
export function cardContent(card: Card, { file, namesRequester, remark, t }: CardOptions): CardContent {
  const bar = card.progress === null ? null : progressBar(card.progress);
  const state = [bar, card.status].filter(Boolean).join('  ');
  const body: SlackBlock[] = [
    ...heading(card.title),
    ...(namesRequester ? [requester(card.requesterId)] : []),
    ...(state === '' ? [] : paragraphs(state)),
    ...(file ? [shownPicture(card, file, t)] : []),
    ...(remark === null ? [] : smallPrint(remark)),
    ...(card.cells.length > 0 ? paragraphs(card.cells.map(cellLine).join('\n')) : []),
    ...smallPrint(card.facts.map(({ label, value }) => `${label}: ${value}`).join('  ·  ')),
    ...smallPrint(card.notices.join('\n')),
  ];
  const actions = actionBlocks(card.actions);
  const text = [card.title, state].filter(Boolean).join(' — ');
  return {
    text: clip(escapeText(text), 2000) || '–',
    blocks: fitted(body, actions, MOST_BLOCKS),
  };
}

/** Slack has no spoilers: such a picture opens in a window of its own. */
function shownPicture(card: Card, file: { id: string; digest: string }, t: Translate): SlackBlock {
  const altText = card.picture?.altText ?? card.title;
  return card.isSpoiler ? hiddenPicture(file, altText, t('slack.reveal')) : picture(file, altText);
}

/** Ids come from Slack, but a mention must never be made of anything else. */
function requester(userId: string): SlackBlock {
  const isId = /^[UW][A-Z0-9]+$/.test(userId);
  return { type: 'context', elements: [{ type: 'mrkdwn', text: isId ? `<@${userId}>` : escapeText(userId) || '–' }] };
}

/** "2 📌  🎨 teal, amber · 📦 cat left" */
function cellLine({ number, latents, isPinned }: CardCell): string {
  const parts = latents.map(
    ({ emoji, text, isPinned: isKept, isChanged }) => `${isKept ? '📌' : ''}${emoji} ${text}${isChanged ? ' ✱' : ''}`,
  );
  const line = parts.join(' · ').replace(/\s+/g, ' ');
  return clip(`${number}${isPinned ? ' 📌' : ''}  ${line}`, CELL);
}
