import { afterAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../src/core/core.js';
import type { Actor, UserSettings } from '../../../src/core/types.js';
import { beside, here, openWorld, somebody } from './support/world.js';

const world = await openWorld();
afterAll(() => world.close());

const admin = () => somebody({ isAdmin: true });
const ask = (actor: Actor, count = 4) => world.core.imagine(actor, { prompt: 'a cat', count }, here());

describe('what anybody may know', () => {
  it('is version, model and artwork, and what the place keeps for how long', async () => {
    const boss = admin();
    const ada = beside(boss);
    const { name, version, licence, attribution } = world.model.manifest;
    const about = await world.core.about(ada);
    expect(about).toMatchObject({
      model: { name: `${name} ${version}`, licence },
      keepDays: null,
      ownPictures: 'members',
    });
    expect(about.artwork).toHaveLength(attribution.length);
    await world.core.setPolicy(boss, 'space', { keepDays: 90, ownPictures: 'off' });
    expect(await world.core.about(ada)).toMatchObject({ keepDays: 90, ownPictures: 'off' });
    world.defaults.policy = { ...world.defaults.policy, keepDays: 30 };
    expect([(await world.core.about(ada)).keepDays, (await world.core.about(somebody())).keepDays]).toEqual([30, 30]);
    world.defaults.policy = { ...world.defaults.policy, keepDays: 0 };
  });
});

describe('quota', () => {
  it('refuses what is too much, tells when it starts afresh, and lets a grant through', async () => {
    const boss = admin();
    const ada = beside(boss);
    await world.core.setQuota(boss, { subject: 'default', subjectId: '', imagesPerDay: 5 });
    await world.core.setTimeZone(boss, 'asia/tokyo');
    await ask(ada);
    await expect(ask(ada, 2)).rejects.toMatchObject({
      code: 'quota_exceeded',
      data: {
        subject: 'default',
        limit: 'imagesPerDay',
        allowed: 5,
        used: 4,
        resetsAt: new Date('2026-05-04T15:00:00Z'),
      },
    });
    await world.core.grantQuota(boss, ada.userId, 3, null);
    await ask(ada, 2);
    const report = await world.core.quota(ada);
    expect(report.usage).toMatchObject({ images: 6, granted: 3 });
    expect(report).toMatchObject({ timeZone: 'Asia/Tokyo', resetsAt: new Date('2026-05-04T15:00:00Z') });
    expect(report.limits).toEqual([{ subject: 'default', subjectId: '', limits: { imagesPerDay: 5, inFlight: 20 } }]);
    await world.core.resetQuota(boss, ada.userId);
    expect((await world.core.quota(ada)).usage.images).toBe(0);
  });

  it('starts afresh at midnight of the space', async () => {
    const boss = admin();
    await world.core.setQuota(boss, { subject: 'user', subjectId: boss.userId, imagesPerDay: 4 });
    await world.core.setTimeZone(boss, 'America/New_York');
    const before = world.time.now;
    try {
      world.time.now = new Date('2026-05-05T03:59:00Z');
      await ask(boss);
      await expect(ask(boss)).rejects.toMatchObject({ code: 'quota_exceeded' });
      world.time.now = new Date('2026-05-05T04:00:00Z');
      await ask(boss);
    } finally {
      world.time.now = before;
    }
  });

  it('is never overspent by requests at the same moment', async () => {
    const boss = admin();
    await world.core.setQuota(boss, { subject: 'space', subjectId: '', imagesPerDay: 10 });
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => ask(beside(boss), 3)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('falls back to the host’s default, and to the default again when a policy is removed', async () => {
    const boss = admin();
    const subject = { subject: 'user' as const, subjectId: boss.userId };
    const limits = async () => (await world.core.quota(boss)).limits;
    expect(await limits()).toEqual([{ subject: 'default', subjectId: '', limits: world.defaults.quota }]);
    await world.core.setQuota(boss, { ...subject, imagesPerDay: 0 });
    await expect(ask(boss)).rejects.toMatchObject({ code: 'quota_exceeded', data: { subject: 'user', allowed: 0 } });
    expect(await world.core.quotaPolicies(boss)).toEqual([{ ...subject, imagesPerDay: 0 }]);
    await world.core.removeQuota(boss, subject);
    await ask(boss);
    await expect(world.core.removeQuota(boss, subject)).rejects.toMatchObject({ code: 'bad_value' });
  });

  it('of another user is for admins', async () => {
    const boss = admin();
    const ada = beside(boss);
    await ask(ada);
    expect((await world.core.quota(boss, ada.userId)).usage.images).toBe(4);
    await expect(world.core.quota(ada, boss.userId)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('grants once for an event that comes three times, and again for another one', async () => {
    const boss = admin();
    const ada = beside(boss);
    const granted = async () => (await world.core.quota(boss, ada.userId)).usage.granted;
    await Promise.all([1, 2, 3].map(() => world.core.grantQuota(boss, ada.userId, 3, 'event-1')));
    expect(await granted()).toBe(3);
    await world.core.grantQuota(boss, ada.userId, 3, 'event-2');
    expect(await granted()).toBe(6);
    const audited = (await world.core.audit(boss, 100)).filter(({ action }) => action === 'quota.grant');
    expect(audited).toHaveLength(2);
  });

  it('is audited with what was before and after', async () => {
    const boss = admin();
    const ada = beside(boss);
    await world.core.setQuota(boss, { subject: 'default', subjectId: '', imagesPerDay: 5 });
    await world.core.setQuota(boss, { subject: 'default', subjectId: '', imagesPerDay: 9, inFlight: 1 });
    await world.core.grantQuota(boss, ada.userId, 3, null);
    await world.core.resetQuota(boss, ada.userId);
    await world.core.removeQuota(boss, { subject: 'default', subjectId: '' });
    await world.core.setTimeZone(boss, 'UTC');
    const entries = await world.core.audit(boss, 100);
    expect(entries.map(({ action }) => action)).toEqual([
      'quota.time-zone',
      'quota.remove',
      'quota.reset',
      'quota.grant',
      'quota.set',
      'quota.set',
    ]);
    expect(entries[4]).toMatchObject({
      actorId: boss.userId,
      subject: 'default',
      before: { imagesPerDay: 5 },
      after: { imagesPerDay: 9, inFlight: 1 },
      at: world.time.now,
    });
    expect(entries[3]).toMatchObject({ subject: `user ${ada.userId}`, before: { granted: 0 }, after: { granted: 3 } });
    expect(entries[1]).toMatchObject({ before: { imagesPerDay: 9 }, after: null });
  });

  it.each([
    [{ subject: 'user', subjectId: '', imagesPerDay: 1 }, 'subjectId'],
    [{ subject: 'default', subjectId: 'x', imagesPerDay: 1 }, 'subjectId'],
    [{ subject: 'default', subjectId: '' }, 'imagesPerDay'],
    [{ subject: 'default', subjectId: '', imagesPerDay: -1 }, 'imagesPerDay'],
    [{ subject: 'default', subjectId: '', inFlight: 1.5 }, 'inFlight'],
  ] as const)('refuses %j', async (policy, option) => {
    await expect(world.core.setQuota(admin(), policy)).rejects.toMatchObject({ code: 'bad_value', data: { option } });
  });

  it('refuses grants of nothing and time zones that are none', async () => {
    await expect(world.core.grantQuota(admin(), 'ada', 0, null)).rejects.toMatchObject({ data: { option: 'images' } });
    await expect(world.core.setTimeZone(admin(), 'Mars/Olympus')).rejects.toMatchObject({ data: { option: 'zone' } });
  });
});

describe('what is for admins', () => {
  it.each<[string, (core: Core, actor: Actor) => Promise<unknown>]>([
    ['quotaPolicies', (core, actor) => core.quotaPolicies(actor)],
    ['setQuota', (core, actor) => core.setQuota(actor, { subject: 'default', subjectId: '', imagesPerDay: 1 })],
    ['removeQuota', (core, actor) => core.removeQuota(actor, { subject: 'default', subjectId: '' })],
    ['grantQuota', (core, actor) => core.grantQuota(actor, 'ada', 1, null)],
    ['resetQuota', (core, actor) => core.resetQuota(actor, 'ada')],
    ['setTimeZone', (core, actor) => core.setTimeZone(actor, 'UTC')],
    ['setPolicy', (core, actor) => core.setPolicy(actor, 'channel', { isEnabled: false })],
    ['audit', (core, actor) => core.audit(actor, 1)],
    ['status', (core, actor) => core.status(actor)],
    ['deletePin', (core, actor) => core.deletePin(actor, 'house', 'space')],
    ['savePin', (core, actor) => core.savePin(actor, 'house', { id: '0', cell: 0, kinds: [] }, 'space')],
  ])('%s is refused to moderators', async (_, act) => {
    await expect(act(world.core, somebody({ isModerator: true }))).rejects.toMatchObject({ code: 'not_allowed' });
  });
});

describe('policy', () => {
  it('is changed field by field, goes back to what is inherited, and is audited', async () => {
    const boss = admin();
    await world.core.setPolicy(boss, 'space', { rerollVotes: 5, isSpoiler: true });
    await world.core.setPolicy(boss, 'channel', { rerollVotes: 1, blocked: [' Spider '] }, 'news');
    const news = { ...boss, channelId: 'news' };
    expect(await world.core.policy(boss)).toEqual({ ...world.defaults.policy, rerollVotes: 5, isSpoiler: true });
    expect(await world.core.policy(news)).toMatchObject({ rerollVotes: 1, isSpoiler: true, blocked: ['Spider'] });
    await world.core.setPolicy(news, 'channel', { rerollVotes: undefined });
    expect(await world.core.policy(news)).toMatchObject({ rerollVotes: 5, blocked: ['Spider'] });
    const [entry] = await world.core.audit(boss, 1);
    expect(entry).toMatchObject({
      action: 'policy.set',
      subject: 'channel news',
      before: { rerollVotes: 1, blocked: ['Spider'] },
      after: { blocked: ['Spider'] },
    });
  });

  it.each([
    ['too few votes', { rerollVotes: 0 }, 'rerollVotes'],
    ['too many votes', { rerollVotes: 51 }, 'rerollVotes'],
    ['a term without letters', { blocked: ['ok', '***'] }, 'blocked'],
    ['too many terms', { blocked: Array(501).fill('x') }, 'blocked'],
    ['too long a term', { allowed: ['x'.repeat(101)] }, 'allowed'],
  ])('refuses %s', async (_, change, option) => {
    await expect(world.core.setPolicy(admin(), 'space', change)).rejects.toMatchObject({
      code: 'bad_value',
      data: { option },
    });
  });
});

describe('settings', () => {
  it('are changed field by field, and forgotten when undefined', async () => {
    const ada = somebody();
    expect(await world.core.settings(ada)).toEqual({});
    await world.core.setSettings(ada, { count: 6, locale: 'de-at' });
    expect(await world.core.setSettings(ada, { variety: 12.5 })).toEqual({ count: 6, variety: 12.5, locale: 'de-AT' });
    await world.core.setSettings(ada, { count: undefined });
    expect(await world.core.settings(ada)).toEqual({ variety: 12.5, locale: 'de-AT' });
  });

  it.each<[UserSettings, string]>([
    [{ count: 0 }, 'count'],
    [{ count: 10 }, 'count'],
    [{ variety: 101 }, 'variety'],
    [{ guidance: 21 }, 'guidance'],
    [{ steps: 251 }, 'steps'],
    [{ locale: 'no such tongue' }, 'locale'],
  ])('refuse %j', async (change, option) => {
    await expect(world.core.setSettings(somebody(), change)).rejects.toMatchObject({
      code: 'bad_value',
      data: { option },
    });
  });
});

describe('saved pins', () => {
  it('are a user’s own, or an admin’s for the whole space', async () => {
    const boss = admin();
    const ada = beside(boss);
    const grid = await world.paint(await ask(ada));
    const from = { id: grid.id, cell: 1, kinds: ['palette' as const] };
    const { palette } = grid.cells[1]!.latents;
    expect(await world.core.savePin(ada, ' Mine ', from, 'user')).toMatchObject({ name: 'mine', latents: { palette } });
    await world.core.savePin(boss, 'house', { ...from, kinds: [] }, 'space');
    const names = async (actor: Actor) => (await world.core.savedPins(actor)).map(({ name }) => name).sort();
    expect(await names(ada)).toEqual(['house', 'mine']);
    expect(await names(beside(boss))).toEqual(['house']);
    expect((await world.core.savedPins(boss))[0]?.latents).toEqual(grid.cells[1]!.latents);

    await world.core.deletePin(ada, 'MINE', 'user');
    await expect(world.core.deletePin(ada, 'mine', 'user')).rejects.toMatchObject({
      code: 'saved_pin_unknown',
      data: { name: 'mine' },
    });
    await world.core.deletePin(boss, 'house', 'space');
    expect(await names(ada)).toEqual([]);
    expect((await world.core.audit(boss, 2)).map(({ action }) => action)).toEqual(['pin.delete', 'pin.save']);
  });

  it.each(['', 'two words', 'palette', 'code', 'a=b', 'x'.repeat(33), '-x'])('are not named %j', async (name) => {
    const ada = somebody();
    const grid = await world.paint(await ask(ada));
    await expect(world.core.savePin(ada, name, { id: grid.id, cell: 0, kinds: [] }, 'user')).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'name' },
    });
  });

  it('have room for 50; one of them can still be replaced', async () => {
    const ada = somebody();
    const grid = await world.paint(await ask(ada));
    const save = (k: number) => world.core.savePin(ada, `pin-${k}`, { id: grid.id, cell: 0, kinds: [] }, 'user');
    for (let k = 0; k < 50; k++) await save(k);
    await expect(save(50)).rejects.toMatchObject({ code: 'too_many_saved_pins', data: { limit: 50 } });
    await save(7);
  });
});

describe('status', () => {
  it('names version and bundle, and how much waits', async () => {
    const boss = admin();
    await ask(boss);
    world.time.now = new Date(world.time.now.getTime() + 1000);
    expect(await world.core.status(boss)).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      bundle: expect.stringMatching(/^tiny 0\.1\.0 \([0-9a-f]{8}\)$/),
      waiting: 3,
      active: 1,
      etaSeconds: 30,
    });
  });
});
