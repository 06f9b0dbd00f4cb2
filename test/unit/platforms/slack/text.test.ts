import { describe, expect, it } from 'vitest';
import { clip } from '../../../../src/chat/text/safe-text.js';
import {
  mentionedUsers,
  readTyped,
  resolveMention,
  withNames,
} from '../../../../src/platforms/slack/events/text-in.js';
import { escapeText, pieces } from '../../../../src/platforms/slack/render/text-out.js';

describe('text from Slack', () => {
  const typed = (raw: string) => readTyped(raw, 'UBOT').text;

  it.each([
    ['<@UBOT> a cat', 'a cat'],
    ['hey <@UBOT|kaleido> a cat', 'hey a cat'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['a &amp;lt; b', 'a &lt; b'],
    ['see <https://a.example/x>', 'see https://a.example/x'],
    ['see <http://a.example|a.example>', 'see a.example'],
    ['write <mailto:a@b.example|a@b.example>', 'write a@b.example'],
    ['wake <!channel> and <!here|here>', 'wake @channel and @here'],
    ['--user <@U1|ada> --role <!subteam^S1|@painters>', '--user <@U1> --role <!subteam^S1>'],
    ['a\n<@UBOT>  b', 'a\n b'],
  ])('reads %s', (raw, text) => {
    expect(typed(raw)).toBe(text);
  });

  it('keeps an escaped mention as the letters that were typed', () => {
    expect(typed('&lt;!channel&gt;')).toBe('<!channel>');
  });

  it('gives mentions their names back', () => {
    const { text, names } = readTyped('<@U1|ada> in <#C1|general> with <@U2>', 'UBOT');
    expect(mentionedUsers(text)).toEqual(['U1', 'U2']);
    expect(withNames(text, names)).toBe('@ada in #general with @U2');
  });

  it('resolves mentions and ids of their own kind only', () => {
    expect(resolveMention('<@U123>', 'user')).toBe('U123');
    expect(resolveMention('<!subteam^S123>', 'role')).toBe('S123');
    expect(resolveMention('<#C123>', 'channel')).toBe('C123');
    expect(resolveMention('U0123456789', 'user')).toBe('U0123456789');
    expect(resolveMention('<#C123>', 'user')).toBeNull();
    expect(resolveMention('ada', 'user')).toBeNull();
  });
});

describe('text for Slack', () => {
  it('has no live markup left', () => {
    const safe = escapeText('<!channel> <@U1> <https://a|b> & > *b* _i_ ~s~ `c` @here https://a.example :tada:');
    expect(safe).not.toMatch(/<|>/);
    expect(safe).not.toMatch(/&(?!amp;|lt;|gt;)/);
    expect(safe).not.toMatch(/@here|:\/\/|:tada:/);
    expect(safe).not.toMatch(/(^|\s)[*_~`]/);
  });

  it('drops controls and marks that turn the direction of writing, and keeps lines', () => {
    expect(escapeText('a\u202eb\u0007c\nd')).toBe('abc\nd');
  });

  it('is cut between letters as people see them', () => {
    expect(clip('👩‍🚀👩‍🚀', 6)).toBe('👩‍🚀…');
    expect(clip('short', 6)).toBe('short');
  });

  it('falls into pieces that lose nothing and fit', () => {
    const text = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const parts = pieces(text, 500);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(500);
    expect(parts.join(' ')).toBe(text);
    const emoji = pieces('🦊'.repeat(400), 101);
    expect(emoji.join('')).toBe('🦊'.repeat(400));
    expect(emoji.every((part) => !/[\uD800-\uDBFF]$/.test(part))).toBe(true);
  });
});
