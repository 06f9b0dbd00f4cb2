import stringWidth from 'string-width';
import type { Action, Card, CardCell, SelectAction } from '../../chat/cards/index.js';
import type { Block, MessageReply } from '../../chat/replies/index.js';
import { plainLine, plainLines, plainText } from '../../chat/text/index.js';
import { renderShortCard } from './short-card.js';
import { AROUND, actionName, lineCount, type Page, PICTURE, pad, wrap } from './window/index.js';

/**
 * A card but for its picture: prompt, what is going on, a line for each latent, small print, numbered actions. In a low
 * window it is short, so that the picture above it stays in sight.
 */
export function renderCard(card: Card, page: Page): string {
  const whole = renderWholeCard(card, page);
  return lineCount(whole) + PICTURE + AROUND <= page.height ? whole : renderShortCard(card, page);
}

function renderWholeCard(card: Card, page: Page): string {
  const { style, width } = page;
  const facts = card.facts.map(({ label, value }) => `${plainLine(label)} ${plainLine(value)}`).join(' · ');
  return [
    style.heading(wrap(plainLine(card.title), width)),
    ...(card.status === null ? [] : [wrap(plainLines(card.status), width)]),
    ...card.cells.map((cell) => renderCell(cell, page)),
    ...card.notices.map((notice) => wrap(`! ${plainLines(notice)}`, width, 2)),
    ...(facts === '' ? [] : [style.dim(wrap(facts, width))]),
    ...renderActions(card.actions, page),
  ].join('\n');
}

function renderCell({ number, latents, isPinned }: CardCell, { style, width }: Page): string {
  const indent = 3;
  const lines = latents.map(({ emoji, text, isPinned: isKept, isChanged }) => {
    const line = `${emoji} ${plainLine(text)}${isKept ? ' 📌' : ''}`;
    return wrap(isChanged ? style.changed(line) : line, width, indent + 3);
  });
  const mark = `${number}.${isPinned ? ' 📌 ' : ''}`;
  return [
    `${style.heading(pad(mark, indent))}${lines[0] ?? ''}`,
    ...lines.slice(1).map((line) => ' '.repeat(indent) + line),
  ].join('\n');
}

/** A message but for its pictures. */
export function renderMessage({ blocks, actions, isError }: MessageReply, page: Page): string {
  const lines = [...blocks.map((block) => renderBlock(block, page)), ...renderActions(actions, page)];
  return isError ? page.style.error(lines.join('\n')) : lines.join('\n');
}

function renderBlock(block: Block, { style, width }: Page): string {
  switch (block.type) {
    case 'heading':
      return style.heading(wrap(plainLine(block.text), width));
    case 'text':
      return wrap(plainLines(block.text), width);
    case 'code':
      // Unwrapped, so that it can be copied.
      return style.key(plainLines(block.text));
    case 'list':
      return block.items.map((item) => wrap(`• ${plainLines(item)}`, width, 2)).join('\n');
    case 'rich-text':
      return wrap(plainLines(plainText(block.line)), width);
    case 'rich-list':
      return block.items.map((item) => wrap(`• ${plainLines(plainText(item))}`, width, 2)).join('\n');
    case 'facts': {
      const labels = block.facts.map(({ label }) => plainLine(label));
      const column = Math.min(Math.max(0, ...labels.map((label) => stringWidth(label))), Math.floor(width / 2)) + 2;
      return block.facts
        .map(({ value }, i) => `${pad(labels[i]!, column - 2)}  ${wrap(plainLines(value), width, column)}`)
        .join('\n');
    }
  }
}

/** Buttons and menus with the numbers that press them; a menu has its options beneath. */
function renderActions(rows: readonly (readonly Action[])[], page: Page): string[] {
  const { style, width } = page;
  let number = 0;
  const lines: string[] = [];
  for (const row of rows) {
    const buttons: string[] = [];
    for (const action of row) {
      number++;
      const key = style.key(`[${number}]`);
      if (action.type === 'button') buttons.push(`${key} ${actionName(action)}`);
      else lines.push(renderMenu(action, number, page));
    }
    if (buttons.length > 0) lines.push(wrap(buttons.join('  '), width));
  }
  return lines;
}

/** A menu with what can be chosen. @param number that presses it */
export function renderMenu(menu: SelectAction, number: number, { style, width, t }: Page): string {
  const options = menu.options.map(({ label, emoji, isChosen }, i) => {
    const name = `${emoji === undefined ? '' : `${emoji} `}${plainLine(label)}`;
    return `   ${style.key(`${number}=${i + 1}`)} ${name}${isChosen ? ' ✓' : ''}`;
  });
  const many = menu.max > 1 ? ` ${t('terminal.many', { number })}` : '';
  return [wrap(`${style.key(`[${number}]`)} ${plainLine(menu.placeholder)}${many}`, width, 4), ...options].join('\n');
}

/** A bar with the share done, such as `█████░░░░░ 50 %`. */
export function renderProgress(share: number): string {
  const cells = 10;
  const bounded = Math.min(1, Math.max(0, share));
  const done = Math.round(bounded * cells);
  return `${'█'.repeat(done)}${'░'.repeat(cells - done)} ${Math.round(bounded * 100)} %`;
}
