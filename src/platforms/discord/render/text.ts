/**
 * Text that people or the model wrote, made safe for Discord: it reads as it was written and is never markup or a mention.
 * What Discord reads as markup: docs/reference.mdx#message-formatting and the help centre's Markdown page.
 */

// Characters that turn the direction of writing and could make a line read as another one, and controls that show nothing.
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const ZERO_WIDTH_SPACE = '\u200b';
const ELLIPSIS = '…';
/** UTF-16 units of the longest emojis, families with skin tones, with room to spare. */
const LONGEST_LETTER = 64;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line without controls. */
export function plainLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
}

/**
 * Cuts a text that needs no escaping (labels, alt text, footers) to `limit` UTF-16 units, never inside a letter or emoji.
 */
export function clip(text: string, limit: number): string {
  return shorten(text, limit, (piece) => piece);
}

/**
 * Escapes a line for Discord and cuts it so that what is sent has at most `limit` UTF-16 units. Line breaks become spaces: at
 * the start of a line more would be markup.
 */
export function escapeLine(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = defuse(plainLine(text));
  const marker = markerOf(line);
  return shorten(line, limit, (piece, index) => escapePiece(piece, index, marker));
}

/** Escapes a part within a line: spaces at its ends stay, as one each. */
export function escapePart(text: string, limit = Number.POSITIVE_INFINITY): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${/^\s/u.test(text) ? ' ' : ''}${escapeLine(text, limit)}${/\s$/u.test(text) ? ' ' : ''}`;
}

/** Escapes a text of several lines, each by itself. */
export function escapeText(text: string, limit = Number.POSITIVE_INFINITY): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  const escaped: string[] = [];
  let left = limit;
  for (const line of lines) {
    if (left <= 0) break;
    const piece = escapeLine(line, left);
    escaped.push(piece);
    left -= piece.length + 1;
  }
  return escaped.join('\n');
}

/** A block of text to be copied. Three backticks inside cannot end it. */
export function codeBlock(text: string, limit: number): string {
  const fence = '```';
  const inside = text.replace(/[\p{Cc}]/gu, (control) => (control === '\n' ? '\n' : ' ')).replaceAll('`', 'ˋ');
  return `${fence}\n${clip(inside, limit - 2 * fence.length - 2)}\n${fence}`;
}

/** Breaks what no backslash can: `@everyone`, links without a scheme, and links with one. */
function defuse(line: string): string {
  return line
    .replace(/@(?=everyone|here)/giu, `@${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/gu, `:${ZERO_WIDTH_SPACE}`)
    .replace(/\b(discord(?:app)?)\.(?=[a-z])/giu, `$1.${ZERO_WIDTH_SPACE}`);
}

/** Where in a line the one letter stands that makes its beginning the marker of a list: `- `, `+ `, `1. `; -1 where there is none. */
function markerOf(line: string): number {
  const numbered = /^\d+(?=[.)](?:\s|$))/u.exec(line);
  return numbered ? numbered[0].length : line.search(/^[-+]/u);
}

/** A letter, or the backslash form of one that starts markup anywhere, or as the marker of a list. */
function escapePiece(piece: string, index: number, marker: number): string {
  return index === marker || /^[\\*_~|`<>[\]()#]/u.test(piece) ? `\\${piece}` : piece;
}

function shorten(text: string, limit: number, write: (piece: string, index: number) => string): string {
  const pieces: string[] = [];
  let length = 0;
  // Escaping only makes text longer, so what lies beyond the limit never counts; segmenting all of a long text is slow.
  for (const { segment } of graphemes.segment(text.slice(0, limit + LONGEST_LETTER))) {
    const written = write(segment, pieces.length);
    length += written.length;
    pieces.push(written);
    if (length > limit) return cut(pieces, length, limit);
  }
  return pieces.join('');
}

function cut(pieces: string[], length: number, limit: number): string {
  let left = length;
  while (pieces.length > 0 && left + ELLIPSIS.length > limit) left -= pieces.pop()!.length;
  return limit < ELLIPSIS.length ? '' : `${pieces.join('').trimEnd()}${ELLIPSIS}`;
}
