import type { ResolveMention } from '../../../chat/commands/index.js';

/** What a person typed, as Slack sends it, made readable. */
export interface Typed {
  /**
   * The bot's mention gone, entities and links as typed; mentions of others stay as `<@U…>`, `<#C…>`, `<!subteam^S…>`.
   */
  text: string;
  /** Names that came along with mentions, by the mention as it stands in `text`. */
  names: ReadonlyMap<string, string>;
}

/**
 * Reads a message's or command's text (https://docs.slack.dev/messaging/formatting-message-text): `&amp; &lt; &gt;`,
 * links
 * `<url|label>`, mentions with labels.
 */
export function readTyped(raw: string, botUserId: string): Typed {
  const names = new Map<string, string>();
  const keep = (mention: string, sign: string, label: string | undefined): string => {
    if (label) names.set(mention, label.startsWith(sign) ? label : `${sign}${label}`);
    return mention;
  };
  const parts = raw.split(/(<[^<>]+>)/);
  const text = parts.map((part) => {
    const token = /^<([@#!]?)([^|>]+)(?:\|([^>]*))?>$/.exec(part);
    if (!token) return unescapeEntities(part);
    const [, sign, target = '', label] = token;
    if (sign === '@') return target === botUserId ? ' ' : keep(`<@${target}>`, '@', label);
    if (sign === '#') return keep(`<#${target}>`, '#', label);
    if (sign !== '!') return unescapeEntities(label || target.replace(/^mailto:/, ''));
    return target.startsWith('subteam^') ? keep(`<!${target}>`, '@', label) : `@${target}`;
  });
  return {
    text: text
      .join('')
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
    names,
  };
}

const unescapeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const MENTIONS = { user: /^<@([UW][A-Z0-9]+)>$/, role: /^<!subteam\^(S[A-Z0-9]+)>$/, channel: /^<#([CG][A-Z0-9]+)>$/ };
const IDS = { user: /^[UW][A-Z0-9]{8,}$/, role: /^S[A-Z0-9]{8,}$/, channel: /^[CG][A-Z0-9]{8,}$/ };

/** The id in a mention; an id by itself is one too. */
export const resolveMention: ResolveMention = (text, type) =>
  MENTIONS[type].exec(text)?.[1] ?? (IDS[type].test(text) ? text : null);

/** Ids of users whom a text mentions. */
export const mentionedUsers = (text: string): string[] => [
  ...new Set([...text.matchAll(/<@([UW][A-Z0-9]+)>/g)].map(([, id]) => id!)),
];

/** Mentions as names: what a prompt keeps of them. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(
    /<(?:@|#|!subteam\^)[A-Z0-9]+>/g,
    (mention) => names.get(mention) ?? mention.replace(/[<>]/g, ''),
  );
}
