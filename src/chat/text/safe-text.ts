/**
 * Text that people or the model wrote, in a shape that any platform can show: without what shows nothing or turns the
 * direction of writing, and cut so that it fits. What a platform takes for markup, the platform escapes itself.
 */

// Controls that show nothing or begin escape sequences, and marks that turn the direction of writing and could make a
// line read as another one (Unicode TR 36).
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/u;
const ZERO_WIDTH_SPACE = '\u200b';
const ELLIPSIS = '…';
/** UTF-16 units of the longest emojis, families with skin tones, with room to spare. */
const LONGEST_LETTER = 64;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The lines of a text, whatever breaks them. */
export function linesOf(text: string): string[] {
  return text.split(LINE_BREAK);
}

/** One line without controls; white space of any kind and length is one space. */
export function plainLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
}

/** Lines without controls; tabs become spaces. */
export function plainLines(text: string): string {
  return linesOf(text)
    .map((line) => line.replaceAll('\t', ' ').replace(INVISIBLE, ''))
    .join('\n');
}

/** How letters are counted and written. */
export interface Clipping {
  /** How much room a letter takes; UTF-16 units by default. */
  measure?: (letter: string) => number;
  /**
   * How a letter is written, at its place among the letters: escaped, perhaps, and never shorter. Itself by default.
   */
  write?: (letter: string, place: number) => string;
}

/**
 * At most `limit` UTF-16 units (or what `measure` counts) of a text, with an ellipsis for the rest. Never cuts through
 * a character that people see as one, nor through what is written for it.
 */
export function clip(text: string, limit: number, { measure, write }: Clipping = {}): string {
  // Writing only makes text longer, so what lies beyond the limit never counts; segmenting all of a long text is slow.
  const counted = measure === undefined ? text.slice(0, limit + LONGEST_LETTER) : text;
  const sizeOf = measure ?? ((letter: string) => letter.length);
  const letters: string[] = [];
  let size = 0;
  for (const { segment } of graphemes.segment(counted)) {
    const written = write?.(segment, letters.length) ?? segment;
    letters.push(written);
    size += sizeOf(written);
    if (size <= limit) continue;
    while (letters.length > 0 && size + ELLIPSIS.length > limit) size -= sizeOf(letters.pop()!);
    return limit < ELLIPSIS.length ? '' : `${letters.join('').trimEnd()}${ELLIPSIS}`;
  }
  return letters.join('');
}

/** A text as one line of at most `most` UTF-16 units: white space is collapsed, the rest makes way for an ellipsis. */
export function shorten(text: string, most: number): string {
  return clip(text.replace(/\s+/gu, ' ').trim(), most);
}

/** Breaks addresses of the web, which platforms would make links of by themselves. */
export function withoutLinks(text: string): string {
  return text.replace(/:(?=\/\/)/gu, `:${ZERO_WIDTH_SPACE}`);
}

/** A bar with the share done, 0–1: `▰▰▰▰▰▱▱▱▱▱ 50 %`. @param marks of a part that is done and of one that is not */
export function progressBar(share: number, parts: number, [done, left]: readonly [done: string, left: string]): string {
  const bounded = Math.min(1, Math.max(0, share));
  const full = Math.round(bounded * parts);
  return `${done.repeat(full)}${left.repeat(parts - full)} ${Math.round(bounded * 100)} %`;
}
