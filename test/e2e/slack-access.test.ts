import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scopeOf } from '../../src/core/access/scope.js';
import type { Person } from '../servers/slack/person.js';
import type { SlackChannel, SlackMessage } from '../servers/slack/types.js';
import { SlackWorld } from './support/slack-world.js';

const QUICK = '--count 2 --steps 2';

let world: SlackWorld;
let channel: SlackChannel;
/** Private; Bob is not in it. */
let staff: SlackChannel;
let cleo: Person;

beforeAll(async () => {
  world = await SlackWorld.startAll();
  cleo = world.slack.addPerson(world.team, 'cleo');
});

beforeEach(() => {
  const { ada, bob, slack, team } = world;
  channel = slack.addChannel(team, 'pictures', [ada, bob, cleo]);
  staff = slack.addChannel(team, 'staff', [ada, cleo], { kind: 'private' });
  slack.clock.advance(120_000);
});

afterEach(() => {
  expect(world.slack.workspace.violations).toEqual([]);
});

afterAll(() => world.stop());

/** What is said to a person alone in a channel, from the `count`th on. */
async function told(person: Person, { id }: SlackChannel, count: number): Promise<string> {
  const heard = () => world.slack.ephemeralsFor(person).filter(({ channelId }) => channelId === id);
  await world.slack.waitFor('an answer', () => heard().length >= count);
  return world.slack.textOf(heard()[count - 1]!);
}

async function gridIn(
  { id }: SlackChannel,
  words: string,
  person = world.ada,
): Promise<{ grid: SlackMessage; id: string }> {
  person.say(id, `@kaleido ${words} ${QUICK}`);
  const grid = await world.grid(1, id);
  return { grid, id: (await world.generation(grid)).id };
}

describe('an admin in direct messages', () => {
  it('rules nobody, there or in another workspace, and is told where to do it', async () => {
    const { ada, bob, database, slack, team } = world;
    const asked = ['admin policy --no-enabled', 'quota set --images 0', 'admin timezone Asia/Tokyo', 'admin audit'];
    for (const [index, words] of asked.entries()) {
      ada.say(ada.dm(), words);
      const answered = () =>
        slack.botMessages(ada.dm()).filter((one) => slack.textOf(one).includes('and here is none'));
      await slack.waitFor('the refusal', () => answered().length > index);
    }
    const rows = await database.query('SELECT scope FROM policy UNION SELECT scope FROM quota_policy');
    expect(rows).toEqual([]);
    const before = world.grids(bob.dm()).length;
    bob.say(bob.dm(), `a cat ${QUICK}`);
    await world.grid(before + 1, bob.dm());
    // What a person asks for in direct messages is that person's alone.
    const scope = scopeOf({ platform: 'slack', realm: team.id, spaceId: null, userId: bob.id });
    expect((await database.store.quotas.usage(scope, bob.id, new Date(0))).images).toBe(2);
  });
});

describe('an admin of another workspace', () => {
  it('is a member like any other in a shared channel', async () => {
    const { slack } = world;
    const far = slack.addTeam('far-away');
    const zoe = slack.addPerson(far, 'zoe', { isAdmin: true, isOwner: true });
    channel.members.add(zoe.id);
    const { grid, id } = await gridIn(channel, 'a dog');
    zoe.say(channel.id, '@kaleido quota set --images 0');
    expect(await told(zoe, channel, 1)).toContain('You may not do that here');
    await zoe.press(grid, `k1:delete:${id}`);
    expect(await told(zoe, channel, 2)).toContain('Only the person who asked');
    await zoe.press(grid, `k1:reroll-all:${id}`);
    const second = await world.grid(2, channel.id);
    expect(await world.generation(second)).toMatchObject({ userId: zoe.id, realm: world.team.id, parentId: id });
  });
});

describe('a private grid', () => {
  it('stays private in what is made of it, unless its requester says otherwise', async () => {
    const { ada, slack } = world;
    const before = world.grids(ada.dm()).length;
    await ada.command(channel.id, '/imagine', `a dog ${QUICK} --private`);
    const { id } = await world.generation(await world.grid(before + 1, ada.dm()));
    await ada.command(channel.id, '/kaleido', `latents use a cat --cell 1 --id ${id}`);
    await world.grid(before + 2, ada.dm());
    expect(slack.botMessages(channel.id)).toEqual([]);
    await ada.command(channel.id, '/kaleido', `latents use a cat --cell 1 --id ${id} --no-private`);
    await world.grid(1, channel.id);
  });
});

describe('a grid of a private channel', () => {
  it('is seen from elsewhere by members of that channel alone', async () => {
    const { bob } = world;
    const { id } = await gridIn(staff, 'a pizza');
    const refusal = `There is no grid ${id} that you can see`;
    await bob.command(channel.id, '/kaleido', `show ${id}`);
    await bob.command(channel.id, '/kaleido', `latents code 1 --id ${id}`);
    await bob.command(channel.id, '/kaleido', `reroll --id ${id}`);
    for (const count of [1, 2, 3]) expect(await told(bob, channel, count)).toContain(refusal);
    expect(world.slack.botMessages(channel.id)).toEqual([]);
    await cleo.command(channel.id, '/kaleido', `latents code 1 --id ${id}`);
    expect(await told(cleo, channel, 1)).toContain(id);
    // What Cleo makes of it in another channel goes to her alone.
    const before = world.grids(cleo.dm()).length;
    await cleo.command(channel.id, '/kaleido', `reroll --id ${id} --no-private`);
    await world.grid(before + 1, cleo.dm());
    expect(world.slack.botMessages(channel.id)).toEqual([]);
  });

  it('is seen by nobody from elsewhere where the app may not ask', async () => {
    const { slack, team } = world;
    const { id } = await gridIn(staff, 'a heart');
    slack.clock.advance(120_000);
    team.scopes.delete('groups:read');
    try {
      const dora = slack.addPerson(team, 'dora');
      for (const one of [staff, channel]) one.members.add(dora.id);
      await dora.command(channel.id, '/kaleido', `show ${id}`);
      expect(await told(dora, channel, 1)).toContain('that you can see from here');
    } finally {
      team.scopes.add('groups:read');
    }
  });
});

describe('deleting', () => {
  it('asks first, and removes message and picture in another channel', async () => {
    const { ada, slack } = world;
    const { grid, id } = await gridIn(staff, 'a rocket');
    const file = /"id":"(F\w+)"/.exec(JSON.stringify(grid.blocks))?.[1] ?? '';
    await ada.command(channel.id, '/kaleido', `delete ${id}`);
    expect(await told(ada, channel, 1)).toContain(`Delete ${id} for good?`);
    expect(slack.botMessages(staff.id)).toHaveLength(1);
    const asked = slack.ephemeralsFor(ada).findLast(({ channelId }) => channelId === channel.id)!;
    await ada.press(asked, `k1:delete-now:${id}`);
    await slack.waitFor('the removal', () => slack.botMessages(staff.id).length === 0);
    await slack.waitFor('the file’s end', () => slack.workspace.files.get(file)?.isDeleted);
    await slack.waitFor('the word', () =>
      slack.ephemeralsFor(ada).some((one) => one.channelId === channel.id && slack.textOf(one).includes('Deleted.')),
    );
  });

  it('says so where Slack lets the message not be removed, and takes the picture out of it', async () => {
    const { ada, slack } = world;
    const { grid, id } = await gridIn(staff, 'a cat');
    const file = /"id":"(F\w+)"/.exec(JSON.stringify(grid.blocks))?.[1] ?? '';
    staff.isArchived = true;
    await ada.command(channel.id, '/kaleido', `delete ${id}`);
    await told(ada, channel, 1);
    const asked = slack.ephemeralsFor(ada).findLast(({ channelId }) => channelId === channel.id)!;
    await ada.press(asked, `k1:delete-now:${id}`);
    await slack.waitFor('the word', () =>
      slack.ephemeralsFor(ada).some((one) => slack.textOf(one).includes('may not remove the message')),
    );
    expect(slack.workspace.files.get(file)?.isDeleted).toBe(true);
    expect((await world.database.store.generations.find(id))?.status).toBe('deleted');
  });
});
