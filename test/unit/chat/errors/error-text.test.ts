import { describe, expect, it } from 'vitest';
import { failureText, refusalText } from '../../../../src/chat/errors/error-text.js';
import { LANGUAGES } from '../../../../src/chat/i18n/locales.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { CoreError, type CoreErrorCode } from '../../../../src/core/basics/errors.js';
import { KaleidoError } from '../../../../src/engine/basics/errors.js';

const now = new Date('2026-01-01T19:00:00Z');
const english = { t: createTranslator('en'), locale: 'en', now };

const CODES: Record<CoreErrorCode, true> = {
  quota_exceeded: true,
  blocked_term: true,
  disabled_here: true,
  not_allowed: true,
  no_space_here: true,
  generation_unknown: true,
  generation_unfinished: true,
  cell_unknown: true,
  latent_missing: true,
  latent_of_another_model: true,
  saved_pin_unknown: true,
  too_many_saved_pins: true,
  nothing_to_reroll: true,
  nothing_to_cancel: true,
  platform_refused: true,
  nothing_known: true,
  bad_value: true,
};

describe('what a refusal says', () => {
  it.each(LANGUAGES)('has words for every code, even when the data is missing (%s)', (locale) => {
    for (const code of Object.keys(CODES) as CoreErrorCode[]) {
      const text = refusalText(new CoreError(code), { t: createTranslator(locale), locale, now });
      expect(text, code).toMatch(/\S.*[.?!:]?$/);
      expect(text, code).not.toMatch(/undefined|\{|\}/);
    }
  });

  it('tells how much of the quota is used, whose it is and when it starts afresh', () => {
    const resetsAt = new Date('2026-01-02T00:00:00Z');
    const data = { subject: 'user', limit: 'imagesPerDay', allowed: 50, used: 48, resetsAt };
    expect(refusalText(new CoreError('quota_exceeded', data), english)).toBe(
      '48 of 50 images of yours are used today, too many for this one. The count starts afresh in 5 hours; an admin can grant more.',
    );
    expect(refusalText(new CoreError('quota_exceeded', { ...data, subject: 'channel' }), english)).toContain(
      'images of this channel',
    );
    const inFlight = { ...data, limit: 'inFlight', allowed: 3, used: 3 };
    expect(refusalText(new CoreError('quota_exceeded', inFlight), english)).toContain(
      'You already have 3 of 3 requests waiting or running.',
    );
  });

  it('says why there is nothing to paint', () => {
    const text = (data: Record<string, unknown>) => refusalText(new CoreError('nothing_known', data), english);
    expect(text({ words: ['zorp'], nearest: ['frog'] })).toMatch(
      /^I do not know “zorp”, .* The nearest that I know: “frog”\./,
    );
    expect(text({ words: [], nearest: [], excluded: ['turtle'] })).toMatch(
      /^You ask for “turtle” and keep it out at once/,
    );
    expect(text({ words: [], nearest: [], unwritten: ['letter K'] })).toMatch(/^I cannot write “letter K”/);
  });

  it('names kinds as people know them', () => {
    const blocked = new CoreError('blocked_term', { term: 'gore', where: 'pin', kind: 'description' });
    expect(refusalText(blocked, english)).toContain('the Description you gave has it');
  });

  it('is the engine’s own message and hint about what a person wrote', () => {
    const error = new KaleidoError('bad_pin', 'The palette cannot be used.', { hint: 'Write colours.' });
    expect(refusalText(error, english)).toBe('The palette cannot be used. Write colours.');
  });

  it('is nothing for bugs and for what the host must mend', () => {
    expect(refusalText(new Error('boom'), english)).toBeNull();
    expect(refusalText(new KaleidoError('bundle_missing', 'No folder /srv/models'), english)).toBeNull();
    expect(refusalText('text', english)).toBeNull();
  });
});

describe('why a generation failed', () => {
  it('reads times that came out of the database', () => {
    const data = { subject: 'user', limit: 'imagesPerDay', allowed: 5, used: 5, resetsAt: '2026-01-02T00:00:00.000Z' };
    expect(failureText({ code: 'quota_exceeded', message: '', data }, english)).toContain('in 5 hours');
  });

  it('hides what names files of the host', () => {
    const text = failureText({ code: 'model_failed', message: '/srv/models/x broke', data: {} }, english);
    expect(text).toBe('The painter has a problem that the people who run it must mend. Please try again later.');
  });

  it('never is a key of the catalogue that happens to have the code’s name', () => {
    expect(failureText({ code: 'constructor', message: 'Own words.', data: {} }, english)).toBe('Own words.');
  });
});

it.each([
  new CoreError('nothing_known', { words: ['a'.repeat(10_000)] }),
  new CoreError('bad_value', { why: 'not_choice', option: 'style', choices: 'b'.repeat(10_000) }),
  new KaleidoError('bad_pin', `The pin "${'c'.repeat(10_000)}" gives no value.`, { hint: 'd'.repeat(10_000) }),
])('repeats no ten thousand characters of what was typed', (error) => {
  expect(refusalText(error, english)!.length).toBeLessThanOrEqual(700);
});
