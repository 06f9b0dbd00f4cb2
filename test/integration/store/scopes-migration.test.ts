import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scopeOf } from '../../../src/core/access/scope.js';
import type { Store } from '../../../src/core/ports.js';
import { migrate } from '../../../src/store/migrations/migrate.js';
import { createStore } from '../../../src/store/store.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { actorOf } from '../../support/people.js';

const OURS = 'prisma/migrations';
const SCOPES = '20261126190000_scopes';
const DAY = new Date('2026-05-04T00:00:00Z');

/**
 * What a version before scopes had written: two workspaces of Slack and a Discord, with direct messages of all of them
 * under ''.
 */
const BEFORE = `
  INSERT INTO generation (id, root_id, origin, status, platform, user_id, space_id, channel_id, prompt, settings, tasks, is_private, created_at)
  SELECT id, id, 'imagine', status, platform, user_id, space_id, channel_id, 'a cat',
    '{"count":1,"variety":0,"seed":1,"showLatents":false,"isPrivate":false,"isSpoiler":false}', '[]', false, '2026-05-04T10:00:00Z'
  FROM (VALUES
    ('slack-t1', 'done', 'slack', 'ada', 'T1', 'C1'), ('slack-dm1', 'queued', 'slack', 'ada', NULL, 'D1'),
    ('slack-dm2', 'done', 'slack', 'bob', NULL, 'D2'),
    ('twin-t1', 'done', 'slack', 'twin', 'T1', 'C1'), ('twin-t2', 'done', 'slack', 'twin', 'T2', 'C9'),
    ('thread', 'done', 'discord', 'eve', 'guild', 'parent'), ('discord-dm', 'done', 'discord', 'eve', NULL, 'dm'),
    ('discord-guest', 'done', 'discord', 'eve', NULL, 'away')
  ) AS g (id, status, platform, user_id, space_id, channel_id);
  INSERT INTO delivery (generation_id, platform, address) VALUES
    ('slack-t1', 'slack', '{"teamId":"T1","channelId":"C1"}'), ('slack-dm1', 'slack', '{"teamId":"T1","channelId":"D1"}'),
    ('slack-dm2', 'slack', '{"teamId":"T2","channelId":"D2"}'), ('twin-t1', 'slack', '{"teamId":"T1","channelId":"C1"}'),
    ('twin-t2', 'slack', '{"teamId":"T2","channelId":"C9"}'), ('thread', 'discord', '{"guildId":"guild","channelId":"thread"}'),
    ('discord-dm', 'discord', '{"guildId":null,"channelId":"dm"}'), ('discord-guest', 'discord', '{"guildId":"far","channelId":"away"}');
  INSERT INTO ledger_entry (platform, space_id, channel_id, user_id, generation_id, kind, images, at) VALUES
    ('slack', 'T1', 'C1', 'ada', 'slack-t1', 'charge', 1, '2026-05-04T10:00:00Z'),
    ('slack', '', 'D1', 'ada', 'slack-dm1', 'charge', 2, '2026-05-04T10:00:00Z'),
    ('slack', '', 'D2', 'bob', 'slack-dm2', 'charge', 3, '2026-05-04T10:00:00Z'),
    ('slack', '', '', 'bob', NULL, 'grant', 7, '2026-05-04T10:00:00Z'),
    ('slack', '', '', 'nobody', NULL, 'grant', 9, '2026-05-04T10:00:00Z'),
    ('discord', '', 'dm', 'eve', 'discord-dm', 'charge', 4, '2026-05-04T10:00:00Z');
  INSERT INTO quota_policy (platform, space_id, subject, subject_id, images_per_day) VALUES
    ('slack', '', 'default', '', 0), ('slack', 'T1', 'default', '', 5);
  INSERT INTO policy (platform, space_id, channel_id, value) VALUES
    ('slack', '', '', '{"isEnabled":false}'), ('slack', 'T1', '', '{"isPrivate":true}');
  INSERT INTO space_settings (platform, space_id, time_zone) VALUES ('slack', '', 'Asia/Tokyo'), ('slack', 'T1', 'Europe/Berlin');
  INSERT INTO audit_entry (platform, space_id, actor_id, actor_name, action, subject, after, at) VALUES
    ('slack', '', 'ada', 'Ada', 'policy.set', 'space', '{"isEnabled":false}', '2026-05-04T10:00:00Z');
  INSERT INTO user_settings (platform, user_id, value) VALUES
    ('slack', 'bob', '{"count":2}'), ('slack', 'twin', '{"count":3}'), ('discord', 'eve', '{"count":4}');
  INSERT INTO saved_pin (platform, owner, owner_id, name, latents, created_at) VALUES
    ('slack', 'user', 'bob', 'mine', '{}', '2026-05-04T10:00:00Z'), ('slack', 'user', 'twin', 'whose', '{}', '2026-05-04T10:00:00Z'),
    ('slack', 'space', '', 'everybodys', '{}', '2026-05-04T10:00:00Z'), ('slack', 'space', 'T1', 'house', '{}', '2026-05-04T10:00:00Z');
`;

let database: TestDatabase;
let store: Store;
let directory: string;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.query('CREATE DATABASE before_scopes');
  const url = Object.assign(new URL(database.url), { pathname: '/before_scopes' }).href;
  directory = await mkdtemp(join(tmpdir(), 'kaleido-scopes-'));
  for (const name of await readdir(OURS)) {
    if (name < SCOPES) await cp(join(OURS, name), join(directory, name), { recursive: true });
  }
  await migrate(url, { directory });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(BEFORE);
  await client.end();
  expect(await migrate(url)).toContain(SCOPES);
  store = createStore(url, { onWarning: (warning) => expect.unreachable(warning) });
});

afterAll(async () => {
  await store?.close();
  await database?.close();
  await rm(directory, { recursive: true, force: true });
});

const slack = (team: string, userId: string, isDirect = true) =>
  actorOf({ platform: 'slack', realm: team, spaceId: isDirect ? null : team, userId });

it('hands the rules that held for all direct messages to nobody, and keeps those of spaces', async () => {
  for (const actor of [slack('T1', 'ada'), slack('T1', 'bob'), slack('T2', 'bob'), slack('', 'ada')]) {
    expect(await store.settings.policy(scopeOf(actor), null)).toEqual({});
    expect(await store.quotas.policies(scopeOf(actor))).toEqual([]);
    expect(await store.settings.timeZone(scopeOf(actor))).toBeNull();
  }
  const space = scopeOf(slack('T1', 'ada', false));
  expect(await store.settings.policy(space, null)).toEqual({ isPrivate: true });
  expect(await store.quotas.policies(space)).toEqual([{ subject: 'default', subjectId: '', imagesPerDay: 5 }]);
  expect(await store.settings.timeZone(space)).toBe('Europe/Berlin');
  // What was set and is gone stays on record, with who set it.
  expect(await store.audit.list(scopeOf(slack('T1', 'ada')), 5)).toMatchObject([{ after: { isEnabled: false } }]);
});

it('keeps what people paid and were granted, each in the scope where it was', async () => {
  const usage = (actor: ReturnType<typeof slack>) => store.quotas.usage(scopeOf(actor), actor.userId, DAY);
  expect(await usage(slack('T1', 'ada', false))).toMatchObject({ images: 1, inFlight: 0 });
  expect(await usage(slack('T1', 'ada'))).toMatchObject({ images: 2, inFlight: 1 });
  expect(await usage(slack('T2', 'bob'))).toMatchObject({ images: 3, granted: 7 });
  expect(await usage(slack('T1', 'bob'))).toMatchObject({ images: 0, granted: 0 });
  expect(await usage(actorOf({ spaceId: null, userId: 'eve' }))).toMatchObject({ images: 4 });
});

it('gives settings and pins to their people, and to nobody where two may be meant', async () => {
  expect(await store.settings.user(slack('T2', 'bob'))).toEqual({ count: 2 });
  expect(await store.settings.user(slack('T1', 'bob'))).toEqual({});
  expect(await store.settings.user(actorOf({ userId: 'eve' }))).toEqual({ count: 4 });
  const names = async (actor: ReturnType<typeof slack>) =>
    (await store.settings.savedPins(actor)).map(({ name }) => name);
  expect(await names(slack('T2', 'bob'))).toEqual(['mine']);
  expect(await names(slack('T1', 'ada', false))).toEqual(['house']);
  for (const team of ['T1', 'T2']) {
    expect(await store.settings.user(slack(team, 'twin'))).toEqual({});
    expect(await names(slack(team, 'twin'))).toEqual([]);
  }
});

it('knows of each grid where it was asked for, and takes it for open to nobody else', async () => {
  const facts = async (id: string) => {
    const { realm, spaceId, channelId, conversationId, audience } = (await store.generations.find(id))!;
    return [realm, spaceId, channelId, conversationId, audience];
  };
  expect(await facts('slack-t1')).toEqual(['T1', 'T1', 'C1', 'C1', 'closed']);
  expect(await facts('slack-dm2')).toEqual(['T2', null, 'D2', 'D2', 'direct']);
  expect(await facts('thread')).toEqual(['discord', 'guild', 'parent', 'thread', 'closed']);
  expect(await facts('discord-dm')).toEqual(['discord', null, 'dm', 'dm', 'direct']);
  expect(await facts('discord-guest')).toEqual(['discord', null, 'away', 'away', 'guest']);
});
