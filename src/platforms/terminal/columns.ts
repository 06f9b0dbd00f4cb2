import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { clip } from '../../chat/text/index.js';

/** Wraps at spaces; lines after the first begin with as many spaces as `indent`. Escape sequences of ours are kept whole. */
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
