/**
 * Text that people or the model wrote, made safe for Slack. Most of it is sent as `plain_text`, where nothing is markup; the rest
 * is escaped. https://docs.slack.dev/messaging/formatting-message-text
 */

// Characters that turn the direction of writing and could make a line read as another one, and controls that show nothing.
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const ZERO_WIDTH_SPACE = '\u200b';
/** A word joiner before a mark keeps it from pairing with another. */
const WORD_JOINER = '\u2060';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Keeps line breaks, drops other controls and marks of direction. */
export function clean(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(/\t/g, ' ').replace(INVISIBLE, ''))
    .join('\n')
    .trim();
}

/** At most `most` UTF-16 units with an ellipsis for the rest; never cuts through a character that people see as one. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** `&`, `<` and `>` as entities: without them there are no mentions and no links. */
export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * For `mrkdwn` and the fallback text: entities escaped, marks of formatting and emoji names broken, and what Slack would link by
 * itself (`@here`, addresses) kept from being linked.
 */
export function escapeText(text: string): string {
  return escapeEntities(clean(text))
    .replace(/[*_~`]/g, (mark) => `${WORD_JOINER}${mark}`)
    .replace(/^&gt;/gm, `${ZERO_WIDTH_SPACE}&gt;`)
    .replace(/@(?=\w)/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/g, `:${ZERO_WIDTH_SPACE}`)
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
