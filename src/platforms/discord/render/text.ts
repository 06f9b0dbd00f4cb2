import { clip, linesOf, plainLine, withoutLinks } from '../../../chat/text/index.js';

/**
 * Text that people or the model wrote, made safe for Discord: it reads as it was written and is never markup or a
 * mention. What Discord reads as markup: docs/reference.mdx#message-formatting and the help centre's Markdown page.
 */

const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Escapes a line for Discord and cuts it so that what is sent has at most `limit` UTF-16 units. Line breaks become
 * spaces: at the start of a line more would be markup.
 */
export function escapeLine(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = defuse(plainLine(text));
  const marker = markerOf(line);
  return clip(line, limit, { write: (letter, place) => escapeLetter(letter, place, marker) });
}

/** Escapes a part within a line: spaces at its ends stay, as one each. */
export function escapePart(text: string, limit = Number.POSITIVE_INFINITY): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${/^\s/u.test(text) ? ' ' : ''}${escapeLine(text, limit)}${/\s$/u.test(text) ? ' ' : ''}`;
}

/** Escapes a text of several lines, each by itself. */
export function escapeText(text: string, limit = Number.POSITIVE_INFINITY): string {
  const escaped: string[] = [];
  let left = limit;
  for (const line of linesOf(text)) {
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
  return withoutLinks(line)
    .replace(/@(?=everyone|here)/giu, `@${ZERO_WIDTH_SPACE}`)
    .replace(/\b(discord(?:app)?)\.(?=[a-z])/giu, `$1.${ZERO_WIDTH_SPACE}`);
}

/**
 * Where in a line the one letter stands that makes its beginning the marker of a list: `- `, `+ `, `1. `; -1 where
 * there is none.
 */
function markerOf(line: string): number {
  const numbered = /^\d+(?=[.)](?:\s|$))/u.exec(line);
  return numbered ? numbered[0].length : line.search(/^[-+]/u);
}

/** A letter, or the backslash form of one that starts markup anywhere, or as the marker of a list. */
function escapeLetter(letter: string, place: number, marker: number): string {
  return place === marker || /^[\\*_~|`<>[\]()#]/u.test(letter) ? `\\${letter}` : letter;
}
