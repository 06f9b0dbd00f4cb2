import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

// C0 and C1 controls, which begin escape sequences; marks that turn the direction of what follows (Unicode TR 36).
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what the expression is for.
const DANGEROUS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text that people or the model wrote, made safe to print: nothing in it moves the cursor, changes colours, sets the
 * clipboard or turns the direction of writing. Line breaks stay, tabs become spaces.
 */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(DANGEROUS, '');
}

/** The same on one line. */
export function plainLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** Wraps at spaces; lines after the first begin with as many spaces as `indent`. Escape sequences of ours are kept whole. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines = wrapAnsi(text, Math.max(20, width - indent), { hard: true }).split('\n');
  return lines.join(`\n${' '.repeat(indent)}`);
}

const GRAPHEMES = new Intl.Segmenter();

/** As much of one line as fits into a width, with … where it was cut. Without escape sequences. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (stringWidth(kept + segment) >= width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines of a text that is wrapped already. */
export function lineCount(text: string): number {
  return text.split('\n').length;
}

/** Fills up with spaces to a width in columns of the terminal. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
