import { describe, expect, it } from 'vitest';
import { negotiateLanguage } from '../../../../src/chat/i18n/locales.js';
import { durationWords, relativeWords } from '../../../../src/chat/i18n/time-words.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';

describe('the language to answer in', () => {
  it.each([
    [['de'], 'de'],
    [['de-AT'], 'de'],
    [['de_CH'], 'de'],
    [['DE-de'], 'de'],
    [['en-GB'], 'en'],
    [['fr'], 'en'],
    [['fr', 'de'], 'de'],
    [['not a tag!', 'de'], 'de'],
    [[''], 'en'],
    [[undefined, 'de'], 'de'],
    [[], 'en'],
    [['constructor'], 'en'],
  ])('for %j is %s', (tags, language) => {
    expect(negotiateLanguage(...tags)).toBe(language);
  });
});

describe('texts', () => {
  it('are in the language of the tag, with its numbers', () => {
    const values = { vendi: 2.374, count: 4 };
    expect(createTranslator('en-US')('card.diversity', values)).toBe('2.37 of 4');
    expect(createTranslator('de-AT')('card.diversity', values)).toBe('2,37 von 4');
    expect(createTranslator('xx')('card.diversity', values)).toBe('2.37 of 4');
    expect(createTranslator('')('card.diversity', values)).toBe('2.37 of 4');
  });

  it('put in values as they are, also those that look like messages or markup', () => {
    const path = "<b>{x, plural, one {#}} 'quoted' <!channel> @everyone";
    expect(createTranslator('en')('errors.foreign_command', { path })).toContain(`“${path}”`);
  });

  it('agree in number', () => {
    const t = createTranslator('en');
    expect(t('card.waiting', { ahead: 0, eta: 'none' })).toBe('Next in line.');
    expect(t('card.waiting', { ahead: 1, eta: '5 seconds' })).toBe(
      'Waiting: 1 request goes first; ready in about 5 seconds.',
    );
    expect(t('card.waiting', { ahead: 12, eta: 'none' })).toBe('Waiting: 12 requests go first.');
  });
});

describe('times in words', () => {
  it.each([
    [0, '5 seconds'],
    [7, '10 seconds'],
    [84, '85 seconds'],
    [95, '2 minutes'],
    [60 * 60, '60 minutes'],
    [3 * 60 * 60, '3 hours'],
  ])('%s seconds are %s', (seconds, words) => {
    expect(durationWords('en', seconds)).toBe(words);
  });

  it.each([
    [30, 'in 30 seconds'],
    [-30, '30 seconds ago'],
    [5 * 3600, 'in 5 hours'],
    [-3 * 86400, '3 days ago'],
    [86400, 'tomorrow'],
    [0, 'now'],
  ])('a time %s s away is "%s"', (seconds, words) => {
    const now = new Date('2026-03-01T12:00:00Z');
    expect(relativeWords('en', new Date(now.getTime() + seconds * 1000), now)).toBe(words);
  });
});
