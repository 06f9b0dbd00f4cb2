import { describe, expect, it } from 'vitest';
import { findTimeZone, quotaDay } from '../../../../src/core/quota/day.js';

describe('quotaDay', () => {
  it.each([
    ['UTC', '2026-11-22T23:59:59.999Z', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['UTC', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'],
    ['Asia/Tokyo', '2026-11-22T15:00:00Z', '2026-11-22T15:00:00Z', '2026-11-23T15:00:00Z'],
    ['America/Los_Angeles', '2026-11-22T07:59:00Z', '2026-11-21T08:00:00Z', '2026-11-22T08:00:00Z'],
    ['Asia/Kathmandu', '2026-11-22T12:00:00Z', '2026-11-21T18:15:00Z', '2026-11-22T18:15:00Z'],
    // Clocks go forward: 23 hours. And back: 25.
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    // In Cairo clocks go from midnight to one o'clock: 24 April 2026 begins at 01:00, UTC+3.
    ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z'],
    ['Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-22T22:00:00Z', '2026-04-23T22:00:00Z'],
  ])('in %s at %s runs from %s to %s', (zone, now, since, resetsAt) => {
    expect(quotaDay(new Date(now), zone)).toEqual({ since: new Date(since), resetsAt: new Date(resetsAt) });
  });

  it('is the same all day long', () => {
    const noon = new Date('2026-10-25T12:00:00Z');
    const { since, resetsAt } = quotaDay(noon, 'Europe/Berlin');
    expect(quotaDay(since, 'Europe/Berlin').since).toEqual(since);
    expect(quotaDay(new Date(resetsAt.getTime() - 1), 'Europe/Berlin').since).toEqual(since);
    expect(quotaDay(resetsAt, 'Europe/Berlin').since).toEqual(resetsAt);
  });
});

describe('findTimeZone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/berlin ', 'Europe/Berlin'],
    ['utc', 'UTC'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
  ])('reads %j', (text, name) => {
    expect(findTimeZone(text)?.toLowerCase()).toBe(name.toLowerCase());
  });

  it.each(['', 'Mars/Olympus', 'Berlin', 'half past nine', '../etc/passwd'])('refuses %j', (text) => {
    expect(findTimeZone(text)).toBeUndefined();
  });
});
