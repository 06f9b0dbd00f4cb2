import { describe, expect, it } from 'vitest';
import { badArgument } from '../../../../src/chat/errors/argument-errors.js';
import { errorText, failureText, refusalText } from '../../../../src/chat/errors/error-text.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { CoreError, type CoreErrors } from '../../../../src/core/basics/errors.js';
import { EngineError } from '../../../../src/engine/basics/engine-error.js';

const now = new Date('2026-01-01T19:00:00Z');
const english = { t: createTranslator('en'), locale: 'en', now };

describe('what a refusal says', () => {
  it('tells how much of the quota is used, whose it is and when it starts afresh', () => {
    const resetsAt = new Date('2026-01-02T00:00:00Z');
    const data = { subject: 'user', limit: 'imagesPerDay', allowed: 50, used: 48, resetsAt } as const;
    expect(refusalText(new CoreError('quota_exceeded', data), english)).toBe(
      '48 of 50 images of yours are used today, too many for this one. The count starts afresh in 5 hours; an admin can grant more.',
    );
    expect(refusalText(new CoreError('quota_exceeded', { ...data, subject: 'channel' }), english)).toContain(
      'images of this channel',
    );
    const inFlight = { ...data, limit: 'inFlight', allowed: 3, used: 3 } as const;
    expect(refusalText(new CoreError('quota_exceeded', inFlight), english)).toContain(
      'You already have 3 of 3 requests waiting or running.',
    );
  });

  it('says why there is nothing to paint', () => {
    const text = (data: CoreErrors['nothing_known']) => refusalText(new CoreError('nothing_known', data), english);
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

  it('is of one line about what a person wrote for the engine', () => {
    const data = { why: 'no_share', kind: 'palette', entry: 'red 0%', example: 'red' } as const;
    expect(refusalText(new EngineError('bad_pin', data), english)).toMatch(
      /^The palette cannot be used: the share of "red 0%" is nothing\. Write colours by name .* such as: red\./,
    );
  });

  it('names the option and its range, whoever checks it', () => {
    const data = { why: 'not_whole', option: 'steps', min: 1, max: 250 } as const;
    const text = '“steps” must be a whole number from 1 to 250.';
    expect(refusalText(new EngineError('bad_option', data), english)).toBe(text);
    expect(refusalText(new CoreError('bad_value', data), english)).toBe(text);
    expect(refusalText(badArgument('steps', data), english)).toBe(text);
  });

  it('shows how a kind is written that has no sentence of its own by its example', () => {
    const error = new EngineError('bad_pin', { why: 'none', kind: 'palette', example: 'red' });
    const other = Object.assign(error, { data: { ...error.data, kind: 'depth' } });
    expect(errorText(other)).toMatch(/Write it such as: red\.$/);
  });

  it('is nothing for bugs and for what the host must mend', () => {
    expect(refusalText(new Error('boom'), english)).toBeNull();
    expect(
      refusalText(new EngineError('bundle_missing', { path: '/srv/models', manifestFile: 'kaleido.json' }), english),
    ).toBeNull();
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

  it('is what an earlier version recorded, where its data say too little', () => {
    const failure = { code: 'bad_pin', message: 'The palette cannot be used: no.', data: { kind: 'palette' } };
    expect(failureText(failure, english)).toBe('The palette cannot be used: no.');
    const lost = { code: 'quota_exceeded', message: '', data: {} };
    expect(failureText(lost, english)).toBe('Something went wrong while it was painted.');
  });

  it('is the same in every language for what nobody expected', () => {
    const german = { t: createTranslator('de'), locale: 'de', now };
    const recorded = 'Something broke while the picture was made. Please try again.';
    expect(failureText({ code: 'internal', message: recorded, data: {} }, german)).toMatch(/^Beim Malen/);
    expect(failureText({ code: 'of_tomorrow', message: 'of_tomorrow {"a":1}', data: {} }, german)).toMatch(
      /^Beim Malen/,
    );
  });

  it('never is a key of the catalogue that happens to have the code’s name', () => {
    expect(failureText({ code: 'constructor', message: 'Own words.', data: {} }, english)).toBe('Own words.');
  });
});

it.each([
  new CoreError('nothing_known', { words: ['a'.repeat(10_000)], nearest: [] }),
  new CoreError('bad_value', { why: 'not_choice', option: 'style', choices: ['b'.repeat(10_000)] }),
  new EngineError('bad_pin', { why: 'no_value', kind: 'palette', text: 'c'.repeat(10_000) }),
])('repeats no ten thousand characters of what was typed', (error) => {
  expect(refusalText(error, english)!.length).toBeLessThanOrEqual(700);
});
