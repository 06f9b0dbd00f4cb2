import stringWidth from 'string-width';
import type { Action, Card, CardCell } from '../card.js';
import type { Translate } from '../i18n/translate.js';
import type { Block, MessageReply } from '../reply.js';
import { pad, plain, plainLine, wrap } from './plain.js';
import type { Style } from './style.js';

/** How to print: columns, colours, language. */
export interface Page {
  width: number;
  style: Style;
  t: Translate;
}

/** A card but for its picture: prompt, what is going on, a line for each latent, small print, numbered actions. */
export function renderCard(card: Card, page: Page): string {
  const { style, width } = page;
  const facts = card.facts.map(({ label, value }) => `${plainLine(label)} ${plainLine(value)}`).join(' · ');
  return [
    style.heading(wrap(plainLine(card.title), width)),
    ...(card.status === null ? [] : [wrap(plain(card.status), width)]),
    ...card.cells.map((cell) => renderCell(cell, page)),
    ...card.notices.map((notice) => wrap(`! ${plain(notice)}`, width, 2)),
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
      return wrap(plain(block.text), width);
    case 'code':
      // Unwrapped, so that it can be copied.
      return style.key(plain(block.text));
    case 'list':
      return block.items.map((item) => wrap(`• ${plain(item)}`, width, 2)).join('\n');
    case 'facts': {
      const labels = block.facts.map(({ label }) => plainLine(label));
      const column = Math.min(Math.max(0, ...labels.map((label) => stringWidth(label))), Math.floor(width / 2)) + 2;
      return block.facts
        .map(({ value }, i) => `${pad(labels[i]!, column - 2)}  ${wrap(plain(value), width, column)}`)
        .join('\n');
    }
  }
}

/** Buttons and menus with the numbers that press them; a menu has its options beneath. */
function renderActions(rows: readonly (readonly Action[])[], page: Page): string[] {
  const { style, width, t } = page;
  let number = 0;
  const lines: string[] = [];
  for (const row of rows) {
    const buttons: string[] = [];
    for (const action of row) {
      number++;
      const key = style.key(`[${number}]`);
      if (action.type === 'button') buttons.push(`${key} ${actionName(action)}`);
      else {
        const options = action.options.map(
          ({ label, emoji, isChosen }, i) =>
            `   ${style.key(`${number}=${i + 1}`)} ${emoji === undefined ? '' : `${emoji} `}${plainLine(label)}${isChosen ? ' ✓' : ''}`,
        );
        const many = action.max > 1 ? ` ${t('terminal.many', { number })}` : '';
        lines.push(wrap(`${key} ${plainLine(action.placeholder)}${many}`, width, 4), ...options);
      }
    }
    if (buttons.length > 0) lines.push(wrap(buttons.join('  '), width));
  }
  return lines;
}

/** What a button is called: its emoji, label or both. */
export function actionName(action: Action): string {
  if (action.type === 'select') return plainLine(action.placeholder);
  return [action.emoji ?? '', plainLine(action.label)].filter((part) => part !== '').join(' ');
}

/** A bar with the share done, such as `█████░░░░░ 50 %`. */
export function renderProgress(share: number): string {
  const cells = 10;
  const bounded = Math.min(1, Math.max(0, share));
  const done = Math.round(bounded * cells);
  return `${'█'.repeat(done)}${'░'.repeat(cells - done)} ${Math.round(bounded * 100)} %`;
}
