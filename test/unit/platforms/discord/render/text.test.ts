import { describe, expect, it } from 'vitest';
import { clip, plainLine } from '../../../../../src/chat/text/safe-text.js';
import { codeBlock, escapeLine, escapeText } from '../../../../../src/platforms/discord/render/text.js';

describe('escapeLine', () => {
  it.each([
    ['**bold**', '\\*\\*bold\\*\\*'],
    ['_a_ ~~b~~ ||c||', '\\_a\\_ \\~\\~b\\~\\~ \\|\\|c\\|\\|'],
    ['`code`', '\\`code\\`'],
    ['[free nitro](https://evil.example)', '\\[free nitro\\]\\(https:\u200b//evil.example\\)'],
    [
      '<@123> <@&4> <#5> <t:0> <:a:6> </imagine:7>',
      '\\<@123\\> \\<@&4\\> \\<\\#5\\> \\<t:0\\> \\<:a:6\\> \\</imagine:7\\>',
    ],
    ['# heading', '\\# heading'],
    ['-# small', '\\-\\# small'],
    ['- item', '\\- item'],
    ['> quote', '\\> quote'],
    ['+ item', '\\+ item'],
    ['1. a cat', '1\\. a cat'],
    ['2026. a cat, 1. a dog', '2026\\. a cat, 1. a dog'],
    ['3.', '3\\.'],
    ['1.5 cats', '1.5 cats'],
    ['a\\*b', 'a\\\\\\*b'],
  ])('writes %s so that it reads as it is', (text, escaped) => {
    expect(escapeLine(text)).toBe(escaped);
  });

  it.each(['@everyone', '@here', '@EVERYONE'])('breaks %s', (mention) => {
    expect(escapeLine(`hello ${mention}!`)).not.toContain(mention);
  });

  it('breaks invitations that need no scheme', () => {
    expect(escapeLine('discord.gg/abc')).not.toContain('discord.gg');
  });

  it('keeps everyday prompts as they are', () => {
    const prompt = 'a red-haired cat, 2 pizzas & "a dog’s" café: 50% off @ noon';
    expect(escapeLine(prompt)).toBe(prompt);
  });

  it('makes one line of several, so that none starts with markup', () => {
    expect(escapeLine('a cat\n# big\r\n> quote')).toBe('a cat \\# big \\> quote');
  });

  it('takes out controls and changes of direction', () => {
    expect(escapeLine('a\u0000b\u202Ec\u2066d')).toBe('abcd');
  });

  it.each([1, 2, 3, 7, 20, 50])(
    'never exceeds %i units, escapes included, and never ends in half an escape',
    (limit) => {
      const escaped = escapeLine('*'.repeat(40), limit);
      expect(escaped.length).toBeLessThanOrEqual(limit);
      expect(escaped.replace(/\\\*/g, '')).toMatch(/^…?$/);
    },
  );

  it('never cuts an emoji in two', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(escapeLine(family.repeat(3), family.length + 3)).toBe(`${family}…`);
  });
});

describe('escapeText', () => {
  it('keeps line breaks and escapes each line', () => {
    expect(escapeText('- a\n# b\n1. c')).toBe('\\- a\n\\# b\n1\\. c');
  });

  it('stays within the limit over several lines', () => {
    expect(escapeText('abc\ndefgh\nijk', 7).length).toBeLessThanOrEqual(7);
  });
});

describe('codeBlock', () => {
  it('cannot be left from inside', () => {
    const block = codeBlock('a```b', 100);
    expect(block.split('```')).toHaveLength(3);
  });

  it('stays within the limit', () => {
    expect(codeBlock('x'.repeat(500), 100).length).toBeLessThanOrEqual(100);
  });
});

describe('clip and plainLine', () => {
  it('leave short text alone', () => expect(clip('a cat', 5)).toBe('a cat'));
  it('say that something is missing', () => expect(clip('a cat', 4)).toBe('a c…'));
  it('join lines', () => expect(plainLine(' a\n\tcat ')).toBe('a cat'));
});
