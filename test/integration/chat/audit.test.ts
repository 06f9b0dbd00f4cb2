import { afterAll, describe, expect, it } from 'vitest';
import type { MessageReply } from '../../../src/chat/replies/reply.js';
import { plainText } from '../../../src/chat/text/rich-text.js';
import { scopeOf } from '../../../src/core/access/scope.js';
import type { Actor } from '../../../src/core/types.js';
import { beside, here, openWorld, somebody } from '../core/support/world.js';
import { controllerOf } from './support/controller-of.js';

const world = await openWorld(['dreams', 'sketches']);
const controller = controllerOf(world, ['dreams', 'sketches']);
afterAll(() => world.close());

const admin = (change: Partial<Actor> = {}) =>
  somebody({ userName: 'Grace', isAdmin: true, isModerator: true, locale: 'en-GB', ...change });

async function say(actor: Actor, path: string, values: Record<string, string | number | boolean> = {}) {
  const reply = await controller.invoke({ actor, path, values, origin: here() });
  if (reply.type !== 'message' && reply.type !== 'remove') throw new Error(`The reply is a ${reply.type}.`);
  return reply as MessageReply;
}

const facts = ({ blocks }: MessageReply) =>
  Object.fromEntries(
    blocks.flatMap((block) => (block.type === 'facts' ? block.facts : [])).map(({ label, value }) => [label, value]),
  );

/** The lines of the audit as a page shows them, without their times. */
async function audit(actor: Actor, values: Record<string, number> = {}): Promise<string[]> {
  const { blocks } = await say(actor, 'admin audit', values);
  return blocks.flatMap((block) => {
    if (block.type === 'rich-list') return block.items.map((item) => plainText(item).replace(/^.*?, \d\d:\d\d: /, ''));
    return block.type === 'text' ? [block.text] : [];
  });
}

describe('models that were set', () => {
  it('are told with what they were, suggested to people, and can be taken back', async () => {
    const boss = admin();
    const shown = await say(boss, 'admin models', { allowed: 'kaleido, SKETCHES', usual: 'kaleido' });
    expect(facts(shown)).toEqual({
      'Models that may paint': 'sketches, kaleido',
      'Usual model': 'kaleido',
      'Models of the host': 'dreams, sketches, kaleido',
    });
    const suggested = async (path: string, option: string, partial: string) =>
      (await controller.suggest(boss, path, option, partial)).map(({ value }) => value);
    expect(await suggested('imagine', 'model', '')).toEqual(['kaleido', 'sketches']);
    expect(await suggested('admin models', 'allowed', 'kaleido, dr')).toEqual(['kaleido, dreams']);
    expect(facts(await say(boss, 'admin policy', {}))).toMatchObject({ 'Usual model': 'kaleido (set here)' });
    await say(boss, 'admin models', { allowed: 'all' });
    await say(boss, 'admin policy', { unset: 'models, usual-model' });
    expect(await suggested('imagine', 'model', '')).toEqual(['dreams', 'sketches', 'kaleido']);
    expect(await audit(boss)).toEqual([
      'Grace changed the rules of the server: Models that may paint: all → inherited; Usual model: kaleido → inherited.',
      'Grace changed the rules of the server: Models that may paint: kaleido, sketches → all.',
      'Grace changed the rules of the server: Models that may paint: inherited → kaleido, sketches; Usual model: inherited → kaleido.',
    ]);
  });
});

describe('rules that were set', () => {
  it('are inherited again when they are taken back, and the answer tells which are set where', async () => {
    const boss = admin();
    await say(boss, 'admin policy', { 'reroll-votes': 5, spoiler: true });
    const own = await say(boss, 'admin channels', { 'reroll-votes': 2, private: true });
    expect(facts(own)).toMatchObject({
      'Votes to reroll another’s grid': '2 (set here)',
      'Only who asked sees results': 'yes (set here)',
      'Hidden until clicked': 'yes (inherited)',
    });
    const less = await say(boss, 'admin channels', { unset: 'Reroll-Votes, private' });
    expect(facts(less)).toMatchObject({
      'Votes to reroll another’s grid': '5 (inherited)',
      'Only who asked sees results': 'no (inherited)',
    });
    await say(boss, 'admin policy', { unset: 'all' });
    expect(await world.core.ownPolicy(boss, 'space')).toEqual({});
    expect(await world.core.policy(boss)).toEqual({ ...world.defaults.policy });
    expect(await audit(boss)).toEqual([
      'Grace changed the rules of the server: Hidden until clicked: yes → inherited; Votes to reroll another’s grid: 5 → inherited.',
      `Grace changed the rules of ${boss.channelId}: Only who asked sees results: yes → inherited; Votes to reroll another’s grid: 2 → inherited.`,
      `Grace changed the rules of ${boss.channelId}: Only who asked sees results: inherited → yes; Votes to reroll another’s grid: inherited → 2.`,
      'Grace changed the rules of the server: Hidden until clicked: inherited → yes; Votes to reroll another’s grid: inherited → 5.',
    ]);
  });

  it('lose lists of words too, which had hidden the server’s', async () => {
    const boss = admin();
    await say(boss, 'admin blocklist', { block: 'rival' });
    await say(boss, 'admin blocklist', { block: 'other', channel: boss.channelId });
    await say(boss, 'admin channels', { unset: 'blocked' });
    expect((await world.core.policy(boss)).blocked).toEqual(['rival']);
    expect((await audit(boss))[0]).toMatch(/Blocked: .*other → inherited\.$/);
  });

  it('are not taken back by words that name none, nor set and taken back at once', async () => {
    const boss = admin();
    expect(JSON.stringify(await say(boss, 'admin policy', { unset: 'nonsense' }))).toContain('reroll-votes');
    expect((await say(boss, 'admin policy', { unset: 'spoiler', spoiler: true })).isError).toBe(true);
    expect(await audit(boss)).toEqual(['Nothing was changed yet.']);
  });
});

describe('the audit', () => {
  it('tells in sentences what was done to whom, whatever it was', async () => {
    const boss = admin();
    const bob = beside(boss);
    const { generation } = await world.core.imagine(bob, { prompt: 'a cat', count: 1 }, here());
    const done = await world.paint(await world.core.imagine(bob, { prompt: 'a dog', count: 1 }, here()));
    await say(boss, 'quota set', { images: 50, 'in-flight': 3 });
    await say(boss, 'quota set', { user: bob.userId, images: 9 });
    await say(boss, 'quota set', { user: bob.userId, images: 10 });
    await say(boss, 'quota remove', { user: bob.userId });
    await say(boss, 'quota grant', { user: bob.userId, images: 20 });
    await say(boss, 'quota reset', { user: bob.userId });
    await say(boss, 'admin timezone', { zone: 'Europe/Berlin' });
    await world.core.savePin(boss, 'dusk', { id: done.id, cell: 0, kinds: ['palette'] }, 'space');
    await world.core.deletePin(boss, 'dusk', 'space');
    await world.core.cancel(boss, generation.id);
    await world.core.delete(boss, done.id);
    await say(boss, 'admin timezone', { unset: true });
    expect((await world.core.quota(boss)).timeZone).toBe(world.defaults.timeZone);
    const user = bob.userId;
    expect(await audit(boss, { limit: 25 })).toEqual([
      'Grace set the time zone to that of the host (before: Europe/Berlin).',
      `Grace deleted the grid ${done.id} of ${user}.`,
      `Grace cancelled the grid ${generation.id} of ${user}.`,
      'Grace deleted the pin “dusk” of everybody.',
      'Grace saved the pin “dusk” for everybody.',
      'Grace set the time zone to Europe/Berlin.',
      `Grace forgave user ${user} what was drawn that day (2 images).`,
      `Grace gave user ${user} 20 images more for the day.`,
      `Grace took the limit of user ${user} away (before: 10 images a day).`,
      `Grace set the limit of user ${user} to 10 images a day (before: 9 images a day).`,
      `Grace set the limit of user ${user} to 9 images a day.`,
      'Grace set the limit of each user to 50 images a day, 3 requests at a time.',
    ]);
    const german = await audit({ ...boss, locale: 'de' }, { limit: 25 });
    expect(german).toHaveLength(12);
    for (const line of german) expect(line).not.toMatch(/\b(?:the|set|quota\.|policy\.|generation\.)\b/);
  });

  it('has the times of the space, and pages', async () => {
    const boss = admin();
    await say(boss, 'admin timezone', { zone: 'Asia/Tokyo' });
    for (let images = 1; images <= 24; images++) await say(boss, 'quota set', { images });
    const [heading, list] = (await say(boss, 'admin audit')).blocks;
    expect(heading).toMatchObject({ text: expect.stringContaining('Asia/Tokyo') });
    // 10:00 in UTC, as the world's clock says.
    expect(list?.type === 'rich-list' && plainText(list.items[0]!)).toMatch(/19:00: Grace set the limit/);
    const first = await audit(boss);
    expect(first).toHaveLength(11);
    expect(first[10]).toBe('Earlier ones: `admin audit --page 2`');
    expect((await audit(boss, { page: 2 }))[0]).toContain('to 14 images a day');
    const last = await audit(boss, { page: 3 });
    expect(last).toHaveLength(5);
    expect(last[4]).toBe('Grace set the time zone to Asia/Tokyo.');
    expect(await audit(boss, { page: 4 })).toEqual(['There is nothing earlier than that.']);
    expect((await audit(boss, { limit: 12, page: 1 })).at(-1)).toBe('Earlier ones: `admin audit --limit 12 --page 2`');
  });

  it('tells what it cannot read, of a later version, by its names', async () => {
    const boss = admin();
    const entry = { scope: scopeOf(boss), actorId: boss.userId, actorName: 'Grace', at: world.time.now, before: 1 };
    await world.store.audit.record({ ...entry, action: 'quota.grant', subject: 'user bob', after: 'much' });
    await world.store.audit.record({ ...entry, action: 'constructor', subject: 'all of it', after: null });
    expect(await audit(boss)).toEqual(['Grace: constructor, all of it.', 'Grace: quota.grant, user bob.']);
  });
});
