import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Action } from '../../../chat/cards/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { clip, plainLine } from '../../../chat/text/index.js';

/** How text is told apart; all of them leave it as it is where colours are off. */
export interface Style {
  heading(text: string): string;
  dim(text: string): string;
  key(text: string): string;
  error(text: string): string;
  changed(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

/** @param isColour false where NO_COLOR is set or the output is no terminal */
export function createStyle(isColour: boolean): Style {
  const format = (how: Format) => (text: string) =>
    // Whether to colour was decided by who made the style, not by the process's own stream.
    isColour ? styleText(how, text, { validateStream: false }) : text;
  return {
    heading: format('bold'),
    dim: format('dim'),
    key: format('cyan'),
    error: format('red'),
    changed: format('yellow'),
  };
}

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

/**
 * Wraps at spaces; lines after the first begin with as many spaces as `indent`. Escape sequences of ours are kept
 * whole.
 */
export function wrap(text: string, width: number, indent = 0): string {
  const lines = wrapAnsi(text, Math.max(20, width - indent), { hard: true }).split('\n');
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** As much of one line as fits into so many columns, with … where it was cut. Without escape sequences. */
export function cut(text: string, width: number): string {
  return clip(text, width, { measure: stringWidth });
}

/** Lines of a text that is wrapped already. */
export function lineCount(text: string): number {
  return text.split('\n').length;
}

/** Fills up with spaces to a width in columns of the terminal. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
