import type { Action } from '../../chat/cards/index.js';
import type { Translate } from '../../chat/i18n/index.js';
import { plainLine } from '../../chat/text/index.js';
import { lineCount } from './columns.js';
import type { Style } from './style.js';

/** Columns and lines where the output does not tell. */
export const USUAL_WIDTH = 80;
export const USUAL_HEIGHT = 24;

/** How to print: columns, lines, colours, language. */
export interface Page {
  width: number;
  /** Lines that are seen at once; Infinity where nothing scrolls away, as in a pipe. */
  height: number;
  style: Style;
  t: Translate;
}

/** Lines that a picture needs at least to be made out. */
export const PICTURE = 12;
/** Lines beneath and above a card's words: the prompt, and where the picture is. */
export const AROUND = 2;

/** Lines that are left for a picture above a text. */
export function linesForPicture(text: string, { height }: Page): number {
  return Math.max(PICTURE / 2, height - lineCount(text) - AROUND);
}

/** What a button is called: its emoji, label or both. */
export function actionName(action: Action): string {
  if (action.type === 'select') return plainLine(action.placeholder);
  return [action.emoji ?? '', plainLine(action.label)].filter((part) => part !== '').join(' ');
}
