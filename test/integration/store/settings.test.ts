import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/core/ports.js';
import { createStore } from '../../../src/store/store.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { audit, NOW, somebody } from './asking.js';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
  ({ store } = database);
});
afterAll(() => database?.close());

describe('settings', () => {
  it('of a user are empty until set, and replaced as a whole', async () => {
    const user = randomUUID();
    expect(await store.settings.user('slack', user)).toEqual({});
    await store.settings.setUser('slack', user, { count: 2, locale: 'de' });
    await store.settings.setUser('slack', user, { variety: 10 });
    expect(await store.settings.user('slack', user)).toEqual({ variety: 10 });
    expect(await store.settings.user('discord', user)).toEqual({});
  });

  it('of a space and of its channels are apart, and each change is audited', async () => {
    const ada = somebody();
    const { platform, spaceId } = ada;
    await store.settings.setPolicy(platform, spaceId, null, { rerollVotes: 2 }, audit(ada, 'policy.set'));
    await store.settings.setPolicy(platform, spaceId, 'art', { isEnabled: false }, audit(ada, 'policy.set'));
    expect(await store.settings.policy(platform, spaceId, null)).toEqual({ rerollVotes: 2 });
    expect(await store.settings.policy(platform, spaceId, 'art')).toEqual({ isEnabled: false });
    expect(await store.settings.policy(platform, spaceId, 'other')).toEqual({});
    expect(await store.settings.timeZone(platform, spaceId)).toBeNull();
    await store.settings.setTimeZone(platform, spaceId, 'Europe/Berlin', audit(ada, 'timezone.set'));
    expect(await store.settings.timeZone(platform, spaceId)).toBe('Europe/Berlin');
    const entries = await store.audit.list(platform, spaceId, 2);
    expect(entries.map(({ action }) => action)).toEqual(['timezone.set', 'policy.set']);
    expect(entries[0]).toEqual(audit(ada, 'timezone.set'));
  });

  it('hold for direct messages by themselves', async () => {
    await store.settings.setPolicy('discord', null, null, { isPrivate: true }, audit(somebody({ spaceId: null })));
    expect(await store.settings.policy('discord', null, null)).toEqual({ isPrivate: true });
  });
});

describe('saved pins', () => {
  const stored = {
    latents: { palette: [{ colour: '#ff0000', share: 1 }] },
    visualTokenizer: 'c0ffee00',
    createdAt: NOW,
  };

  it('are seen by their owner, those of a space by everybody in it', async () => {
    const ada = somebody();
    const bob = somebody({ spaceId: ada.spaceId });
    await store.settings.savePin(ada, { name: 'red', owner: 'user', ...stored });
    await store.settings.savePin(ada, { ...stored, name: 'house', owner: 'space', visualTokenizer: null });
    await store.settings.savePin(ada, { ...stored, name: 'house', owner: 'space' });
    const names = async (who: typeof ada) => (await store.settings.savedPins(who)).map(({ name }) => name);
    expect(await names(ada)).toEqual(['red', 'house']);
    expect(await store.settings.savedPins(bob)).toEqual([{ ...stored, name: 'house', owner: 'space' }]);
    expect(await names(somebody())).toEqual([]);
    expect(await store.settings.deletePin(bob, 'user', 'red')).toBe(false);
    expect(await store.settings.deletePin(ada, 'user', 'red')).toBe(true);
    expect(await names(ada)).toEqual(['house']);
  });
});

describe('policies of quotas', () => {
  it('are set, replaced and removed, with an audit of what was there', async () => {
    const ada = somebody();
    const { platform, spaceId } = ada;
    const role = { subject: 'role' as const, subjectId: 'patrons' };
    await store.quotas.setPolicy(platform, spaceId, { ...role, imagesPerDay: 5, inFlight: 1 }, audit(ada));
    await store.quotas.setPolicy(platform, spaceId, { ...role, imagesPerDay: 9 }, audit(ada));
    expect(await store.quotas.policies(platform, spaceId)).toEqual([{ ...role, imagesPerDay: 9 }]);
    expect(await store.quotas.removePolicy(platform, spaceId, role, audit(ada))).toBe(true);
    expect(await store.quotas.removePolicy(platform, spaceId, role, audit(ada))).toBe(false);
    expect(await store.quotas.policies(platform, spaceId)).toEqual([]);
    expect(await store.audit.list(platform, spaceId, 9)).toHaveLength(3);
  });
});

describe('installations', () => {
  it('are kept with their credentials until removed', async () => {
    const team = { platform: 'slack' as const, spaceId: randomUUID(), name: 'Ants', credentials: { botToken: 'xoxb' } };
    const before = await store.installations.count('slack');
    await store.installations.save(team);
    await store.installations.save({ ...team, name: 'Bees' });
    expect(await store.installations.find('slack', team.spaceId)).toEqual({ ...team, name: 'Bees' });
    expect(await store.installations.count('slack')).toBe(before + 1);
    await store.installations.remove('slack', team.spaceId);
    expect(await store.installations.find('slack', team.spaceId)).toBeNull();
  });
});

describe('events', () => {
  it('are first once, also when they come at once, and are forgotten after a day', async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => store.events.isFirst('slack', id, NOW)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await store.events.isFirst('discord', id, NOW)).toBe(true);
    const tomorrow = new Date(NOW.getTime() + 25 * 3_600_000);
    expect(await store.events.isFirst('slack', id, tomorrow)).toBe(true);
  });
});

describe('a database', () => {
  it('that cannot be reached is told of with what to do', async () => {
    const away = createStore('postgresql://nobody@127.0.0.1:1/none', { onWarning: () => undefined });
    const expected = { code: 'database_unavailable', hint: expect.stringContaining('DATABASE_URL') };
    await expect(away.ping()).rejects.toMatchObject(expected);
    await expect(away.generations.find('x')).rejects.toMatchObject(expected);
    await away.close();
  });

  it('without our tables is told of with what to do', async () => {
    const name = `bare_${randomUUID().slice(0, 8)}`;
    await database.query(`CREATE DATABASE ${name}`);
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    const bare = createStore(url.href, { onWarning: () => undefined });
    await expect(bare.ping()).rejects.toMatchObject({
      code: 'database_invalid',
      hint: expect.stringContaining('kaleido migrate'),
    });
    await bare.close();
    await database.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
});
