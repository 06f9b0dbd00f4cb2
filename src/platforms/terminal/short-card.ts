import stringWidth from 'string-width';
import type { Card, CardCell, CardLatent } from '../../chat/cards/index.js';
import { KIND_LOOKS, plainLine, plainLines } from '../../chat/text/index.js';
import { actionName, cut, lineCount, linesForPicture, type Page, pad, wrap } from './window/index.js';

/** Most cells that have a line each; more stand in two columns. */
const FEW_CELLS = 4;
/** Part of a cell's line that its description may take, so that its colours are seen too. */
const DESCRIPTION_SHARE = 0.6;
/** Columns that are worth beginning another latent in. */
const WORTH = 12;
const UNBROKEN = '\u00a0';
/** Lines that a picture gets before notices do. */
const LEAST_PICTURE = 8;

/**
 * A card but for its picture in few lines: prompt, what is going on, a line or half of one for each cell, small print,
 * and actions in a row, menus closed.
 */
export function renderShortCard(card: Card, page: Page): string {
  const { style, width } = page;
  const facts = card.facts.map(({ label, value }) => whole(`${plainLine(label)} ${plainLine(value)}`)).join(' · ');
  const above = [
    style.heading(cut(plainLine(card.title), width)),
    ...(card.status === null ? [] : [wrap(plainLines(card.status), width)]),
    ...renderCells(card.cells, page),
  ];
  const below = [
    ...(facts === '' ? [] : [style.dim(wrapWhole(facts, width))]),
    ...(card.actions.length === 0 ? [] : [renderActions(card, page)]),
  ];
  const room = linesForPicture([...above, ...below].join('\n'), page) - LEAST_PICTURE;
  return [...above, ...renderNotices(card.notices, room, page), ...below].join('\n');
}

/** As many notices as there is room for, one at least; the last line says how many more there are. */
function renderNotices(notices: readonly string[], room: number, { t, width }: Page): string[] {
  const texts = notices.map((notice) => wrap(`! ${plainLines(notice)}`, width, 2));
  let lines = 0;
  const shown = texts.filter((text, i) => {
    lines += lineCount(text);
    return i === 0 || lines <= room;
  });
  const left = texts.length - shown.length;
  return left === 0 ? shown : [...shown, `! ${t('terminal.more_notices', { count: left })}`];
}

function renderCells(cells: readonly CardCell[], page: Page): string[] {
  if (cells.length <= FEW_CELLS) return cells.map((cell) => renderCell(cell, page.width, page));
  const column = Math.floor((page.width - 2) / 2);
  return Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) =>
    cells
      .slice(2 * row, 2 * row + 2)
      .map((cell) => pad(renderCell(cell, column, page), column))
      .join('  ')
      .trimEnd(),
  );
}

/** A cell's latents side by side, as far as they fit. */
function renderCell({ number, latents, isPinned }: CardCell, width: number, { style }: Page): string {
  const lead = `${number}.${isPinned ? ' 📌' : ''}`;
  const inOrder = [...latents].sort((a, b) => KIND_LOOKS[a.kind].rank - KIND_LOOKS[b.kind].rank);
  let left = width - stringWidth(lead);
  const parts: string[] = [];
  for (const latent of inOrder) {
    const most = latent.kind === 'description' && latents.length > 1 ? Math.floor(width * DESCRIPTION_SHARE) : left - 1;
    if (most < WORTH || left < WORTH) break;
    const text = cut(latentText(latent), Math.min(most, left - 1));
    left -= stringWidth(text) + 1;
    parts.push(latent.isChanged ? style.changed(text) : text);
  }
  return [style.heading(lead), ...parts].join(' ');
}

function latentText({ emoji, isPinned, text }: CardLatent): string {
  return `${emoji}${isPinned ? '📌' : ''} ${plainLine(text)}`;
}

/** All actions in a row; a menu ends in … and shows its options when its number is typed. */
function renderActions({ actions }: Card, { style, width }: Page): string {
  const labels = actions
    .flat()
    .map((action, i) => `${style.key(`[${i + 1}]`)} ${actionName(action)}${action.type === 'select' ? ' …' : ''}`);
  return wrapWhole(labels.map(whole).join('  '), width);
}

/** Has a label stay on one line, up to `wrapWhole`. */
const whole = (label: string): string => label.replaceAll(' ', UNBROKEN);

function wrapWhole(text: string, width: number): string {
  return wrap(text, width).replaceAll(UNBROKEN, ' ');
}
