import { z } from 'zod';
import type { Json } from './types.js';

const textObject = z.object({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string() });

/** All mrkdwn texts of blocks, at any depth: only there are mentions live; plain text shows them as typed. */
export function mrkdwnTexts(value: unknown): string[] {
  const text = textObject.safeParse(value);
  if (text.success) return text.data.type === 'mrkdwn' ? [text.data.text] : [];
  if (Array.isArray(value)) return value.flatMap(mrkdwnTexts);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(mrkdwnTexts);
  return [];
}

export interface Audience {
  userIds: readonly string[];
  groups: Readonly<Record<string, readonly string[]>>;
  /** Ids by name, for `link_names` and `parse: full`. */
  names: Readonly<Record<string, string>>;
}

/**
 * Whom a text notifies: `<@U…>`, `<!subteam^S…>`, and everybody for `<!channel>`, `<!here>` and `<!everyone>`
 * (https://docs.slack.dev/messaging/formatting-message-text). Bare `@name` counts only where names are linked.
 */
export function notifiedBy(texts: readonly string[], audience: Audience, linksNames: boolean): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, user] of text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)) found.add(user!);
    for (const [, group] of text.matchAll(/<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g)) {
      for (const id of audience.groups[group!] ?? []) found.add(id);
    }
    const everybody = /<!(channel|here|everyone)(\|[^>]*)?>/.test(text);
    const everybodyByName = linksNames && /(^|\s)@(channel|here|everyone)\b/.test(text);
    if (everybody || everybodyByName) for (const id of audience.userIds) found.add(id);
    if (!linksNames) continue;
    for (const [, name] of text.matchAll(/(?:^|\s)@([\w.-]+)/g)) {
      const id = audience.names[name!];
      if (id) found.add(id);
    }
  }
  return [...found];
}

/** What a message's words and blocks would show as text, for tests to search in. */
export function visibleText(message: { text: string; blocks: readonly Json[] }): string {
  const parts: string[] = [];
  const walk = (value: unknown): void => {
    const text = textObject.safeParse(value);
    if (text.success) {
      parts.push(text.data.type === 'mrkdwn' ? unescapeText(text.data.text) : text.data.text);
    } else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(message.blocks);
  if (parts.length === 0) parts.push(unescapeText(message.text));
  return parts.join('\n');
}

/** `&amp; &lt; &gt;` back to characters. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** As Slack's own clients send what a person types. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
