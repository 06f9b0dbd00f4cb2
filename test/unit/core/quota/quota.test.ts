import { describe, expect, it } from 'vitest';
import type { QuotaQuestion } from '../../../../src/core/ports.js';
import { bindingLimits, decideQuota, withDefaultQuota } from '../../../../src/core/quota/quota.js';
import type { QuotaPolicy, QuotaSubject } from '../../../../src/core/types.js';

const NOTHING = { images: 0, granted: 0, inFlight: 0, cost: 0 };
const ACTOR = { userId: 'ada', roleIds: ['painters', 'helpers'], channelId: 'art' };

function policy(subject: QuotaSubject, subjectId: string, imagesPerDay?: number, inFlight?: number): QuotaPolicy {
  return { subject, subjectId, imagesPerDay, inFlight };
}

function question(change: Partial<QuotaQuestion>): QuotaQuestion {
  return { actor: ACTOR, images: 4, cost: 0, policies: [], user: NOTHING, channel: NOTHING, space: NOTHING, ...change };
}

const DEFAULT = policy('default', '', 10, 2);
const COST: QuotaPolicy = { subject: 'default', subjectId: '', costPerDay: 100 };

it('costs count for user, channel and space, in whole thousandths', () => {
  const decide = (change: Partial<QuotaQuestion>) => decideQuota(question({ cost: 40, ...change }));
  expect(decide({ policies: [COST], user: { ...NOTHING, cost: 61 } })).toEqual({
    isAllowed: false,
    subject: 'default',
    limit: 'costPerDay',
    allowed: 100,
    used: 61,
  });
  const places: QuotaPolicy[] = [{ subject: 'channel', subjectId: 'art', costPerDay: 39 }];
  expect(decide({ policies: places })).toMatchObject({ isAllowed: false, subject: 'channel' });
  expect(decide({ policies: [{ ...COST, costPerDay: 0 }] })).toMatchObject({ isAllowed: false, allowed: 0 });
});

describe('decideQuota', () => {
  it.each<[string, Partial<QuotaQuestion>]>([
    ['there are no policies', {}],
    ['the images just fit', { policies: [DEFAULT], user: { ...NOTHING, images: 6 } }],
    ['the last request in flight is free', { policies: [DEFAULT], user: { ...NOTHING, inFlight: 1 } }],
    ['the cost just fits', { cost: 40, policies: [COST], user: { ...NOTHING, cost: 60 } }],
    ['what is free goes on where nothing may be spent', { policies: [{ ...COST, costPerDay: 0 }] }],
    ['a grant makes room', { policies: [DEFAULT], user: { images: 10, granted: 4, inFlight: 0, cost: 0 } }],
    ['a grant lifts a quota of none', { policies: [policy('user', 'ada', 0)], user: { ...NOTHING, granted: 4 } }],
    [
      'the own policy is larger than the default',
      { policies: [DEFAULT, policy('user', 'ada', 50)], user: { ...NOTHING, images: 20 } },
    ],
    [
      'one of two roles is generous enough',
      {
        policies: [DEFAULT, policy('role', 'painters', 5), policy('role', 'helpers', 40)],
        user: { ...NOTHING, images: 20 },
      },
    ],
    [
      'a role that sets no images leaves the default',
      { policies: [DEFAULT, policy('role', 'painters', undefined, 9)], user: { ...NOTHING, inFlight: 5 } },
    ],
    [
      'policies are other people’s',
      { policies: [policy('user', 'bob', 0), policy('role', 'guests', 0), policy('channel', 'news', 0)] },
    ],
    [
      'a plan costs nothing, with the day’s images spent',
      { images: 0, policies: [DEFAULT], user: { ...NOTHING, images: 10 } },
    ],
    [
      'a limit was lowered below what a plan’s owner has spent',
      { images: 0, policies: [DEFAULT], user: { ...NOTHING, images: 30 } },
    ],
    [
      'channel and space have just enough',
      {
        policies: [policy('channel', 'art', 8), policy('space', '', 9)],
        channel: { ...NOTHING, images: 4 },
        space: { ...NOTHING, images: 5 },
      },
    ],
  ])('allows when %s', (_, change) => {
    expect(decideQuota(question(change))).toEqual({ isAllowed: true });
  });

  it.each<
    [string, Partial<QuotaQuestion>, Omit<Extract<ReturnType<typeof decideQuota>, { isAllowed: false }>, 'isAllowed'>]
  >([
    [
      'one image too many',
      { policies: [DEFAULT], user: { ...NOTHING, images: 7 } },
      { subject: 'default', limit: 'imagesPerDay', allowed: 10, used: 7 },
    ],
    [
      'one request in flight too many',
      { policies: [DEFAULT], user: { ...NOTHING, inFlight: 2 } },
      { subject: 'default', limit: 'inFlight', allowed: 2, used: 2 },
    ],
    [
      'a plan in flight too many',
      { images: 0, policies: [DEFAULT], user: { ...NOTHING, inFlight: 2 } },
      { subject: 'default', limit: 'inFlight', allowed: 2, used: 2 },
    ],
    [
      'a grant that is too small',
      { policies: [DEFAULT], user: { images: 10, granted: 3, inFlight: 0, cost: 0 } },
      { subject: 'default', limit: 'imagesPerDay', allowed: 13, used: 10 },
    ],
    [
      'grants, which give no room in flight',
      { policies: [DEFAULT], user: { images: 0, granted: 9, inFlight: 2, cost: 0 } },
      { subject: 'default', limit: 'inFlight', allowed: 2, used: 2 },
    ],
    [
      'an own policy below a generous role',
      { policies: [policy('user', 'ada', 3), policy('role', 'helpers', 40)] },
      { subject: 'user', limit: 'imagesPerDay', allowed: 3, used: 0 },
    ],
    [
      'a role below the default',
      { policies: [DEFAULT, policy('role', 'painters', 3)] },
      { subject: 'role', limit: 'imagesPerDay', allowed: 3, used: 0 },
    ],
    [
      'an own limit in flight beside a role’s images',
      {
        policies: [policy('role', 'painters', 99), policy('user', 'ada', undefined, 1)],
        user: { ...NOTHING, inFlight: 1 },
      },
      { subject: 'user', limit: 'inFlight', allowed: 1, used: 1 },
    ],
    [
      'a full channel, whatever the user may',
      { policies: [policy('user', 'ada', 99), policy('channel', 'art', 20)], channel: { ...NOTHING, images: 17 } },
      { subject: 'channel', limit: 'imagesPerDay', allowed: 20, used: 17 },
    ],
    [
      'a busy channel',
      { policies: [policy('channel', 'art', undefined, 3)], channel: { ...NOTHING, inFlight: 3 } },
      { subject: 'channel', limit: 'inFlight', allowed: 3, used: 3 },
    ],
    [
      'a full space',
      { policies: [policy('space', '', 20)], space: { ...NOTHING, images: 20 } },
      { subject: 'space', limit: 'imagesPerDay', allowed: 20, used: 20 },
    ],
    [
      'a busy space',
      { policies: [policy('space', '', undefined, 3)], space: { ...NOTHING, inFlight: 4 } },
      { subject: 'space', limit: 'inFlight', allowed: 3, used: 4 },
    ],
    [
      'grants to the user in a full space',
      {
        policies: [DEFAULT, policy('space', '', 20)],
        user: { ...NOTHING, granted: 50 },
        space: { ...NOTHING, images: 20 },
      },
      { subject: 'space', limit: 'imagesPerDay', allowed: 20, used: 20 },
    ],
    [
      'a quota of none',
      { images: 1, policies: [policy('default', '', 0)] },
      { subject: 'default', limit: 'imagesPerDay', allowed: 0, used: 0 },
    ],
    [
      'a quota of none, for plans too',
      { images: 0, policies: [policy('channel', 'art', 0)] },
      { subject: 'channel', limit: 'imagesPerDay', allowed: 0, used: 0 },
    ],
    [
      'none in flight',
      { policies: [policy('default', '', undefined, 0)] },
      { subject: 'default', limit: 'inFlight', allowed: 0, used: 0 },
    ],
  ])('refuses %s', (_, change, refusal) => {
    expect(decideQuota(question(change))).toEqual({ isAllowed: false, ...refusal });
  });

  it('tells the user’s own limit before the channel’s and the space’s', () => {
    const full = { ...NOTHING, images: 99, inFlight: 99 };
    const policies = [policy('space', '', 1, 1), policy('channel', 'art', 1, 1), DEFAULT];
    const decide = (change: Partial<QuotaQuestion>) =>
      decideQuota(question({ policies, user: full, channel: full, space: full, ...change }));
    expect(decide({})).toMatchObject({ subject: 'default', limit: 'imagesPerDay' });
    expect(decide({ user: { ...full, images: 0 } })).toMatchObject({ subject: 'default', limit: 'inFlight' });
    expect(decide({ user: NOTHING })).toMatchObject({ subject: 'channel' });
    expect(decide({ user: NOTHING, channel: NOTHING, policies: [policy('space', '', 1, 1)] })).toMatchObject({
      subject: 'space',
    });
  });
});

describe('withDefaultQuota', () => {
  const fallback = { imagesPerDay: 50, inFlight: 3 };

  it('adds the host’s default where a space has none', () => {
    expect(withDefaultQuota([policy('user', 'ada', 5)], fallback)).toEqual([
      policy('user', 'ada', 5),
      policy('default', '', 50, 3),
    ]);
  });

  it('fills in what a space’s default leaves open', () => {
    expect(withDefaultQuota([policy('default', '', 7)], fallback)).toEqual([policy('default', '', 7, 3)]);
  });

  it('leaves zero alone', () => {
    expect(withDefaultQuota([policy('default', '', 0, 0)], fallback)).toEqual([policy('default', '', 0, 0)]);
  });

  it('sets no limit when the host has none', () => {
    expect(
      decideQuota(question({ images: 9, policies: withDefaultQuota([], {}), user: { ...NOTHING, images: 1000 } })),
    ).toEqual({ isAllowed: true });
  });
});

describe('bindingLimits', () => {
  it('names the policy that sets each limit, the user’s before the place’s', () => {
    const policies = [
      policy('space', '', 500),
      policy('channel', 'art', undefined, 9),
      policy('channel', 'news', 1, 1),
      policy('role', 'painters', 20),
      policy('role', 'helpers', 30),
      policy('user', 'ada', undefined, 5),
      policy('default', '', 10, 2),
    ];
    expect(bindingLimits({ actor: ACTOR, policies })).toEqual([
      { subject: 'user', subjectId: 'ada', limits: { inFlight: 5 } },
      { subject: 'role', subjectId: 'helpers', limits: { imagesPerDay: 30 } },
      { subject: 'channel', subjectId: 'art', limits: { inFlight: 9 } },
      { subject: 'space', subjectId: '', limits: { imagesPerDay: 500 } },
    ]);
  });

  it('joins two limits of one policy', () => {
    expect(bindingLimits({ actor: ACTOR, policies: [DEFAULT] })).toEqual([
      { subject: 'default', subjectId: '', limits: { imagesPerDay: 10, inFlight: 2 } },
    ]);
  });
});
