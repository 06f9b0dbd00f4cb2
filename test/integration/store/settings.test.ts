import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/core/access/scope.js';
import { createStore } from '../../../src/store/store.js';
import { openTestDatabase } from '../../support/database.js';
import { wordsOf } from '../../support/words-of.js';
import { audit, NOW, somebody } from './asking.js';

const database = await openTestDatabase();
const { store } = database;
afterAll(() => database.close());

describe('settings', () => {
  it('of a user are empty until set, and replaced as a whole', async () => {
    const ada = somebody({ platform: 'slack' });
    expect(await store.settings.user(ada)).toEqual({});
    await store.settings.setUser(ada, { count: 2, locale: 'de' });
    await store.settings.setUser(ada, { variety: 10 });
    expect(await store.settings.user(ada)).toEqual({ variety: 10 });
    expect(await store.settings.user({ ...ada, platform: 'discord' })).toEqual({});
    // Another workspace's person of the same id.
    expect(await store.settings.user({ ...ada, realm: randomUUID() })).toEqual({});
  });

  it('of a space and of its channels are apart, and each change is audited', async () => {
    const ada = somebody();
    const scope = scopeOf(ada);
    await store.settings.setPolicy(null, { rerollVotes: 2 }, audit(ada, 'policy.set'));
    await store.settings.setPolicy('art', { isEnabled: false }, audit(ada, 'policy.set'));
    expect(await store.settings.policy(scope, null)).toEqual({ rerollVotes: 2 });
    expect(await store.settings.policy(scope, 'art')).toEqual({ isEnabled: false });
    expect(await store.settings.policy(scope, 'other')).toEqual({});
    expect(await store.settings.timeZone(scope)).toBeNull();
    await store.settings.setTimeZone('Europe/Berlin', audit(ada, 'timezone.set'));
    expect(await store.settings.timeZone(scope)).toBe('Europe/Berlin');
    const entries = await store.audit.list(scope, 2);
    expect(entries.map(({ action }) => action)).toEqual(['timezone.set', 'policy.set']);
    expect(entries[0]).toEqual(audit(ada, 'timezone.set'));
  });

  it('hold for the direct messages of one person alone', async () => {
    const [ada, bob] = [somebody({ spaceId: null }), somebody({ spaceId: null })];
    await store.settings.setPolicy(null, { isPrivate: true }, audit(ada));
    expect(await store.settings.policy(scopeOf(ada), null)).toEqual({ isPrivate: true });
    expect(await store.settings.policy(scopeOf(bob), null)).toEqual({});
  });

  it('never stand under a key that all have in common', async () => {
    const nobodys = { ...audit(somebody()), scope: { ...scopeOf(somebody()), key: '' } };
    await expect(store.settings.setPolicy(null, {}, nobodys)).rejects.toThrow(/policy_scope_check/);
    await expect(store.settings.setTimeZone('UTC', nobodys)).rejects.toThrow(/space_settings_scope_check/);
    await expect(store.quotas.setPolicy({ subject: 'default', subjectId: '' }, nobodys)).rejects.toThrow(
      /_scope_check/,
    );
    await expect(store.quotas.grant('ada', 1, nobodys, null)).rejects.toThrow(/ledger_entry_scope_check/);
    await expect(store.audit.record(nobodys)).rejects.toThrow(/audit_entry_scope_check/);
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
    const scope = scopeOf(ada);
    const role = { subject: 'role' as const, subjectId: 'patrons' };
    await store.quotas.setPolicy({ ...role, imagesPerDay: 5, inFlight: 1 }, audit(ada));
    await store.quotas.setPolicy({ ...role, imagesPerDay: 9 }, audit(ada));
    expect(await store.quotas.policies(scope)).toEqual([{ ...role, imagesPerDay: 9 }]);
    expect(await store.quotas.removePolicy(role, audit(ada))).toBe(true);
    expect(await store.quotas.removePolicy(role, audit(ada))).toBe(false);
    expect(await store.quotas.policies(scope)).toEqual([]);
    expect(await store.audit.list(scope, 9)).toHaveLength(3);
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
    const expected = /^database_unavailable: .*\n.*DATABASE_URL/;
    expect(await wordsOf(() => away.ping())).toMatch(expected);
    expect(await wordsOf(() => away.generations.find('x'))).toMatch(expected);
    await away.close();
  });

  it('without our tables is told of with what to do', async () => {
    const name = `bare_${randomUUID().slice(0, 8)}`;
    await database.query(`CREATE DATABASE ${name}`);
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    const bare = createStore(url.href, { onWarning: () => undefined });
    expect(await wordsOf(() => bare.ping())).toMatch(/^database_invalid: .*\n.*kaleido migrate/);
    await bare.close();
    await database.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
});
