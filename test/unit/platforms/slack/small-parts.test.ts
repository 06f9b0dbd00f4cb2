import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../src/chat/controller/reactions.js';
import { isSignedNow } from '../../../../src/platforms/slack/client/http-door.js';
import { generationOfFile, pictureName } from '../../../../src/platforms/slack/deliver/card-pictures.js';
import { EditBudget } from '../../../../src/platforms/slack/deliver/rate-limits.js';
import { emojiOf } from '../../../../src/platforms/slack/events/on-reactions.js';
import { picture, pictureIn, progressBar } from '../../../../src/platforms/slack/render/blocks.js';

describe('names of emoji', () => {
  it.each([
    ['repeat', { type: 'reroll-all' }],
    ['arrows_counterclockwise', { type: 'reroll-all' }],
    ['one', { type: 'cell', cell: 0 }],
    ['nine', { type: 'cell', cell: 8 }],
    ['pushpin', { type: 'pin' }],
    ['art', { type: 'kind', kind: 'palette' }],
    ['package', { type: 'kind', kind: 'boxes' }],
    ['memo', { type: 'kind', kind: 'description' }],
    ['bubbles', { type: 'kind', kind: 'blobs' }],
    ['jigsaw', { type: 'kind', kind: 'tokens' }],
    ['wastebasket', { type: 'delete' }],
  ])('%s means what its character means everywhere', (name, meaning) => {
    expect(meaningOf(emojiOf(name) ?? '')).toEqual(meaning);
  });

  it('are none for others, and with a skin tone the same', () => {
    expect(emojiOf('thumbsup')).toBeUndefined();
    expect(emojiOf('constructor')).toBeUndefined();
    expect(emojiOf('art::skin-tone-3')).toBe('🎨');
  });
});

describe('the time of a request', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  const at = (seconds: number) => ({ 'x-slack-request-timestamp': String(now / 1000 + seconds) });

  it.each([
    [0, true],
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
    [600, false],
  ])('%i s from now is valid: %s', (seconds, isValid) => {
    expect(isSignedNow(at(seconds), now)).toBe(isValid);
  });

  it('must be there and be a number', () => {
    expect(isSignedNow({}, now)).toBe(false);
    expect(isSignedNow({ 'x-slack-request-timestamp': 'NaN' }, now)).toBe(false);
  });
});

describe('the budget of edits', () => {
  it('lets ten through at once, then one every two seconds, for each workspace', () => {
    let now = 0;
    const budget = new EditBudget(() => now);
    const taken = Array.from({ length: 12 }, () => budget.take('T1'));
    expect(taken.filter(Boolean)).toHaveLength(10);
    expect(budget.take('T2')).toBe(true);
    now = 2000;
    expect(budget.take('T1')).toBe(true);
    expect(budget.take('T1')).toBe(false);
  });

  it('waits as long as Slack asks', () => {
    let now = 0;
    const budget = new EditBudget(() => now);
    budget.pause('T1', 30);
    now = 29_000;
    expect(budget.take('T1')).toBe(false);
    now = 31_000;
    expect(budget.take('T1')).toBe(true);
  });
});

describe('what a message remembers', () => {
  it('is the file of its picture', () => {
    const file = { id: 'F0123456789', digest: '0123456789ab' };
    expect(pictureIn([{ block_id: 'x' }, picture(file, 'A cat.') as { block_id?: string }])).toEqual(file);
    expect(pictureIn([{ block_id: 'picture:nonsense' }, {}])).toBeNull();
  });

  it('is the generation of a shared file', () => {
    expect(generationOfFile(pictureName('abcdefghjkmn'))).toBe('abcdefghjkmn');
    expect(generationOfFile('holiday.png')).toBeNull();
  });
});

describe('progress', () => {
  it('is a bar of one width', () => {
    expect(progressBar(0)).toBe('░░░░░░░░░░░░ 0 %');
    expect(progressBar(0.5)).toBe('▓▓▓▓▓▓░░░░░░ 50 %');
    expect(progressBar(7)).toBe('▓▓▓▓▓▓▓▓▓▓▓▓ 100 %');
  });
});
