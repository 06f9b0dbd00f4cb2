import { plainLines, withoutLinks } from '../../../chat/text/index.js';

/**
 * Text that people or the model wrote, made safe for Slack. Most of it is sent as `plain_text`, where nothing is
 * markup; the rest is escaped. https://docs.slack.dev/messaging/formatting-message-text
 */

const ZERO_WIDTH_SPACE = '\u200b';
/** A word joiner before a mark keeps it from pairing with another. */
const WORD_JOINER = '\u2060';

/** Keeps line breaks, drops other controls and marks of direction. */
export function clean(text: string): string {
  return plainLines(text).trim();
}

/** `&`, `<` and `>` as entities: without them there are no mentions and no links. */
export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * For `mrkdwn` and the fallback text: entities escaped, marks of formatting and emoji names broken, and what Slack
 * would link by itself (`@here`, addresses) kept from being linked.
 */
export function escapeText(text: string): string {
  return withoutLinks(escapeEntities(clean(text)))
    .replace(/[*_~`]/g, (mark) => `${WORD_JOINER}${mark}`)
    .replace(/^&gt;/gm, `${ZERO_WIDTH_SPACE}&gt;`)
    .replace(/@(?=\w)/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH_SPACE}`);
}

/** Pieces of at most `most` UTF-16 units, cut at line breaks or spaces where there are some. */
export function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = clean(text);
  while (rest.length > most) {
    const window = rest.slice(0, most);
    const cut = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
    // Without a place to cut, not between the halves of a surrogate pair.
    const hard = /[\uD800-\uDBFF]$/.test(window) ? most - 1 : most;
    const end = cut > most / 2 ? cut : hard;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  if (rest !== '') found.push(rest);
  return found;
}
