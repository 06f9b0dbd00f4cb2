import { expect, it } from 'vitest';
import { asidePause, mayPutAside, putAsideAgain } from '../../../src/jobs/aside.js';
import { readPayload } from '../../../src/jobs/job-types.js';

it('puts work aside for longer each time, half a minute at most', () => {
  let aside = putAsideAgain(undefined, false, 1000);
  const pauses = [asidePause(aside)];
  for (let k = 0; k < 6; k++) {
    aside = putAsideAgain(aside, false, 2000);
    pauses.push(asidePause(aside));
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(aside.since).toBe(1000);
});

it('does so for ten minutes since something was done', () => {
  const aside = putAsideAgain({ since: 0, times: 9 }, true, 60_000);
  expect(aside).toEqual({ since: 60_000, times: 1 });
  expect(mayPutAside(undefined, 0)).toBe(true);
  expect(mayPutAside(aside, 659_999)).toBe(true);
  expect(mayPutAside(aside, 660_000)).toBe(false);
});

it('reads what earlier workers wrote, and passes over what cannot be', () => {
  const payload = { generationId: 'a', userKey: 'u' };
  expect(readPayload({ ...payload, aside: { since: 5, times: 2 } })?.aside).toEqual({ since: 5, times: 2 });
  expect(readPayload({ ...payload, aside: { since: 'x' } })).toMatchObject(payload);
});
