import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/chat/replies/reply.js';
import { idempotencyKeyOf } from '../../../../src/core/basics/ids.js';
import type { Person } from '../../../servers/slack/person.js';
import { Bench, card, done, message, png } from './bench.js';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.start();
});

afterEach(async () => {
  await bench.stopInOrder();
  expect(bench.logged.filter(({ message: text }) => text.includes('was not answered'))).toEqual([]);
});

const invoked = async (count = 1) => {
  await bench.slack.waitFor('an invocation', () => bench.script.invocations.length >= count);
  return bench.script.invocations.at(-1)!;
};

/** The core accepts what is asked for, at the address that came with it. */
const accepting = () => {
  bench.script.answer = async ({ origin }): Promise<Reply> => {
    const delivery = bench.delivery();
    bench.shown.set(delivery.generationId, { ...delivery, address: origin.address });
    return { type: 'accepted', deliveryId: delivery.id, card: card() };
  };
};

describe('what people type', () => {
  it('is a command after a mention, and is answered in a thread', async () => {
    accepting();
    const asked = bench.ada.say(bench.channel.id, '@kaleido a cat & a <pizza> --variety 80');
    const { actor, path, values } = await invoked();
    expect(path).toBe('imagine');
    expect(values).toMatchObject({ prompt: 'a cat & a <pizza>', variety: '80' });
    expect(actor).toMatchObject({ userId: bench.ada.id, spaceId: bench.team.id, isAdmin: true, locale: 'en-GB' });
    await bench.slack.waitFor('the card', () => bench.slack.messages(bench.channel.id, asked.ts).length === 1);
  });

  it('is answered in the thread that it was written in', async () => {
    accepting();
    const first = bench.ada.say(bench.channel.id, 'What about a cat?');
    bench.ada.say(bench.channel.id, '@kaleido a cat', { threadTs: first.ts });
    await bench.slack.waitFor('the card', () => bench.slack.messages(bench.channel.id, first.ts).length === 2);
  });

  it.each([
    { readableThreads: 'all', cards: 1 },
    { readableThreads: 'direct', cards: 2 },
  ] as const)(
    'is shown where a process died between posting and noting it, at the end of a long thread: $cards',
    async ({ readableThreads, cards: count }) => {
      bench.slack.app.readableThreads = readableThreads;
      accepting();
      const first = bench.ada.say(bench.channel.id, 'What about a cat?');
      for (let k = 0; k < 20; k++) bench.ada.say(bench.channel.id, 'Or a dog?', { threadTs: first.ts });
      bench.slack.clock.advance(60_000);
      await bench.platform.show(bench.delivery({ id: 'elsewhere', generationId: 'elsewhere' }), card(), false);
      bench.ada.say(bench.channel.id, '@kaleido a cat', { threadTs: first.ts });
      const cards = () => bench.slack.messages(bench.channel.id, first.ts).filter(({ text }) => !text.startsWith('Or'));
      await bench.slack.waitFor('the card', () => cards().some(({ userId }) => userId === bench.team.botUserId));
      const delivery = { ...bench.shown.get('abcdefghjkmn')!, message: null, attempts: 2 };
      bench.shown.set(delivery.generationId, delivery);
      bench.slack.clock.advance(60_000);
      await bench.create().show(delivery, done(), true);
      const ours = cards().filter(({ userId }) => userId === bench.team.botUserId);
      expect(ours).toHaveLength(count);
      expect(bench.slack.textOf(ours.at(-1)!)).toContain('Reroll');
    },
  );

  it('needs no mention in a direct message, and no thread', async () => {
    accepting();
    bench.ada.say(bench.ada.dm(), 'a cat');
    expect((await invoked()).actor.spaceId).toBeNull();
    const [shown] = await bench.slack.waitFor('the card', () => {
      const found = bench.slack.botMessages(bench.ada.dm());
      return found.length > 0 && found;
    });
    expect(shown!.threadTs).toBeUndefined();
  });

  it('names people, channels and links as they read', async () => {
    const bob = bench.slack.addPerson(bench.team, 'bob');
    bench.channel.members.add(bob.id);
    bench.ada.say(bench.channel.id, '@kaleido @bob in #general at https://a.example/x');
    const { values } = await invoked();
    expect(values.prompt).toBe('@bob in #general at https://a.example/x');
  });

  it('resolves mentions in options to ids', async () => {
    const painters = bench.slack.addUserGroup(bench.team, 'painters', [bench.ada]);
    bench.ada.say(bench.channel.id, '@kaleido quota set --user @ada --images 5');
    const { actor, path, values } = await invoked();
    expect(path).toBe('quota set');
    expect(values.user).toBe(bench.ada.id);
    expect(actor.roleIds).toEqual([painters]);
  });

  it('is a slash command, also where the bot is no member', async () => {
    const random = bench.slack.addChannel(bench.team, 'random', [bench.ada], { hasBot: false });
    bench.script.answer = async () => message('Only for you.');
    await bench.ada.command(random.id, '/imagine', 'history of a cat');
    expect(await invoked()).toMatchObject({ path: 'imagine', values: { prompt: 'history of a cat' } });
    const [private_] = await bench.slack.waitFor('the answer', () => {
      const found = bench.slack.ephemeralsFor(bench.ada);
      return found.length > 0 && found;
    });
    expect(bench.slack.textOf(private_!)).toBe('Only for you.');
    await bench.ada.command(random.id, '/kaleido-quota', '');
    expect((await invoked(2)).path).toBe('quota show');
    await bench.ada.command(random.id, '/kaleido', 'history');
    expect((await invoked(3)).path).toBe('history');
  });

  it('is told what is wrong with it, in private', async () => {
    bench.ada.say(bench.channel.id, '@kaleido a cat --varietty 80');
    await bench.slack.waitFor('the refusal', () => bench.slack.ephemeralsFor(bench.ada).length > 0);
    expect(bench.slack.textOf(bench.slack.ephemeralsFor(bench.ada)[0]!)).toContain('variety');
    expect(bench.script.invocations).toEqual([]);
  });

  it('is not taken from bots or from edits', async () => {
    const event = { user: bench.ada.id, text: 'a cat', channel: bench.ada.dm(), channel_type: 'im', type: 'message' };
    const send = (changes: object) =>
      bench.slack.deliveries.event(bench.team.id, 'message.im', {
        ...event,
        ts: bench.slack.workspace.nextTs(),
        ...changes,
      });
    send({ bot_id: 'B1' });
    send({ subtype: 'message_changed' });
    bench.ada.say(bench.ada.dm(), 'a dog');
    await invoked();
    expect(bench.script.invocations.map(({ values }) => values.prompt)).toEqual(['a dog']);
  });

  it('is acted on once however often Slack sends it', async () => {
    const ts = bench.slack.workspace.nextTs();
    const event = {
      type: 'app_mention',
      user: bench.ada.id,
      text: `<@${bench.team.botUserId}> a cat`,
      ts,
      channel: bench.channel.id,
    };
    const envelope = bench.slack.deliveries.envelope(bench.team.id, event);
    for (const retry of [0, 1, 2]) expect((await bench.slack.deliveries.resend(envelope, retry)).isAccepted).toBe(true);
    bench.ada.say(bench.channel.id, '@kaleido a dog');
    await invoked(2);
    expect(bench.script.invocations.map(({ values }) => values.prompt)).toEqual(['a cat', 'a dog']);
  });

  it('is told with an id when something breaks', async () => {
    bench.script.answer = () => Promise.reject(new Error('The database is down.'));
    bench.ada.say(bench.channel.id, '@kaleido a cat');
    await bench.slack.waitFor('the apology', () => bench.slack.ephemeralsFor(bench.ada).length > 0);
    expect(bench.slack.textOf(bench.slack.ephemeralsFor(bench.ada)[0]!)).toBe('Something broke.');
  });
});

describe('buttons, menus and forms', () => {
  const shown = async () => {
    await bench.platform.show(bench.delivery(), done(), true);
    return bench.slack.botMessages(bench.channel.id)[0]!;
  };

  it('act on the message that has them, and new grids go into its thread', async () => {
    const grid = await shown();
    await bench.ada.press(grid, 'Reroll');
    await bench.slack.waitFor('the action', () => bench.script.actions.length > 0);
    const [{ id, message: ref, origin }] = bench.script.actions as [(typeof bench.script.actions)[0]];
    expect(id).toBe('k1:reroll-all:abcdefghjkmn');
    expect(ref).toEqual({ channelId: bench.channel.id, messageId: grid.ts });
    expect(origin.address).toMatchObject({ threadTs: grid.ts });
  });

  it('redraw their card without uploading its picture again', async () => {
    const options = [1, 2].map((number) => ({ value: `${number}`, label: `Pin ${number}`, isChosen: false }));
    const select = {
      type: 'select' as const,
      id: 'k1:pins:abcdefghjkmn',
      placeholder: 'Pins',
      options,
      min: 0,
      max: 2,
    };
    await bench.platform.show(bench.delivery(), done({ actions: [[select]] }), true);
    const [grid] = bench.slack.botMessages(bench.channel.id);
    const next = done({ status: 'Pinned 2.', actions: [[select]] });
    bench.script.answer = async () => ({ type: 'card', card: next });
    await bench.ada.choose(grid!, select.id, ['2']);
    await bench.slack.waitFor('the redrawn card', () => bench.slack.textOf(grid!).includes('Pinned 2.'));
    expect(bench.script.actions[0]?.values).toEqual(['2']);
    expect(bench.slack.workspace.files.size).toBe(1);
    expect(grid!.blocks.some(({ type }) => type === 'image')).toBe(true);
  });

  it.each(['of the workspace', 'of another one that shares the channel'])(
    'open a form to who is %s, and its fields come back',
    async (home) => {
      const isGuest = home !== 'of the workspace';
      const carol = isGuest ? bench.slack.addPerson(bench.slack.addTeam('globex', false), 'carol') : bench.ada;
      bench.channel.members.add(carol.id);
      const grid = await shown();
      const field = {
        id: 'text',
        label: 'Description',
        value: 'a cat',
        placeholder: '',
        isMultiline: true,
        isRequired: true,
        maxLength: 200,
      };
      const modal = {
        id: 'k1:edit:abcdefghjkmn:0',
        title: 'Edit the description of it',
        submitLabel: 'Edit',
        fields: [field],
      };
      bench.script.answer = async () => ({ type: 'modal', modal });
      await carol.press(grid, 'Reroll');
      const view = await bench.slack.waitFor('the form', () => bench.slack.modalOf(carol));
      bench.script.answer = async () => message('Edited.');
      await carol.submit(view, { text: 'a dog' });
      await bench.slack.waitFor('the answer', () => bench.slack.ephemeralsFor(carol).length > 0);
      expect(bench.script.actions[1]).toMatchObject({
        id: modal.id,
        actor: { spaceId: bench.team.id, userId: carol.id },
        fields: { text: 'a dog' },
        message: { channelId: bench.channel.id, messageId: grid.ts },
      });
      expect(bench.slack.ephemeralsFor(carol)[0]?.threadTs).toBe(grid.ts);
      expect(bench.slack.modalOf(carol)).toBeUndefined();
    },
  );

  it('say so when a form came too late', async () => {
    const grid = await shown();
    const modal = { id: 'k1:edit:abcdefghjkmn:0', title: 'Edit', submitLabel: 'Edit', fields: [] };
    bench.script.answer = async () => {
      bench.slack.clock.advance(4000);
      return { type: 'modal', modal };
    };
    await bench.ada.press(grid, 'Reroll');
    await bench.slack.waitFor('the hint', () => bench.slack.ephemeralsFor(bench.ada).length > 0);
    expect(bench.slack.textOf(bench.slack.ephemeralsFor(bench.ada)[0]!)).toContain('press it again');
  });

  it('work on messages that one person sees, in whose place a chosen panel comes', async () => {
    const options = [{ value: '1', label: 'Cell 1', isChosen: false }];
    const select = {
      type: 'select' as const,
      id: 'k1:cell:abcdefghjkmn',
      placeholder: 'Cell',
      options,
      min: 1,
      max: 1,
    };
    bench.script.answer = async () => message('Panel.', { actions: [[select]] });
    await bench.ada.press(await shown(), 'Reroll');
    const panel = await bench.slack.waitFor('the panel', () => bench.slack.ephemeralsFor(bench.ada)[0]);
    await bench.ada.choose(panel, select.id, ['1']);
    await bench.slack.waitFor('the next panel', () => bench.slack.ephemeralsFor(bench.ada).length === 2);
    expect(bench.script.actions[1]).toMatchObject({ message: null, values: ['1'] });
  });

  it('hand out a picture as a file, privately when asked', async () => {
    const pictures = [{ file: png(), name: 'cat.png', altText: 'A cat.' }];
    bench.script.answer = async () => message('Picture 1.', { pictures });
    await bench.ada.press(await shown(), 'Reroll');
    const direct = await bench.slack.waitFor('the file', () => bench.slack.botMessages(bench.ada.dm())[0]);
    expect(direct).toMatchObject({ text: 'Picture 1.', fileIds: [expect.any(String)] });
    expect(bench.slack.workspace.files.get(direct.fileIds[0]!)).toMatchObject({ name: 'cat.png', altText: 'A cat.' });
  });

  it('offer an emoji as a file with instructions, since no app may add one', async () => {
    const picture = { file: png(), name: 'cat.png', altText: 'A cat.' };
    const upload = { use: 'emoji' as const, name: 'happy_cat', picture };
    bench.script.answer = async () => message('Emoji.', { upload });
    await bench.ada.press(await shown(), 'Reroll');
    const direct = await bench.slack.waitFor('the file', () => bench.slack.botMessages(bench.ada.dm())[0]);
    expect(bench.slack.textOf(direct)).toContain('Add emoji');
  });

  it('remove the message and its picture', async () => {
    const message = await shown();
    const texts = { text: 'Deleted.', refusedText: 'It stays.' };
    bench.script.answer = async () => ({ type: 'remove', generationId: 'abcdefghjkmn', isPrivate: false, ...texts });
    await bench.ada.press(message, 'Reroll');
    await bench.slack.waitFor('the removal', () => bench.slack.botMessages(bench.channel.id).length === 0);
    await bench.slack.waitFor('the file’s end', () =>
      [...bench.slack.workspace.files.values()].every(({ isDeleted }) => isDeleted),
    );
  });
});

describe('reactions and the Home tab', () => {
  let bob: Person;

  beforeEach(() => {
    bob = bench.slack.addPerson(bench.team, 'bob');
    bench.channel.members.add(bob.id);
  });

  it('tell which emoji was put on or taken off the bot’s message', async () => {
    const asked = bench.ada.say(bench.channel.id, 'hello');
    await bench.platform.show(bench.delivery({ threadTs: asked.ts }), done(), true);
    const grid = bench.slack.messages(bench.channel.id, asked.ts)[0]!;
    bob.react(grid, 'thumbsup');
    bob.react(asked, 'repeat');
    bob.react(grid, 'two');
    bob.unreact(grid, 'two');
    await bench.slack.waitFor('both', () => bench.script.reactions.length === 2);
    const added = bench.script.reactions.find(({ isAdded }) => isAdded);
    expect(added).toMatchObject({
      emoji: '2️⃣',
      actor: { userId: bob.id, isAdmin: false },
      message: { channelId: bench.channel.id, messageId: grid.ts },
      origin: { address: { threadTs: asked.ts } },
    });
    expect(bench.script.reactions.every(({ message: ref }) => ref.messageId === grid.ts)).toBe(true);
  });

  it('count on a shared picture as on its card', async () => {
    Object.assign(bench.slack.app, { blockFiles: 'shared', readableThreads: 'all' });
    const delivery = bench.delivery();
    const ref = await bench.platform.show(delivery, done(), true);
    const picture = bench.slack.messages(bench.channel.id, ref!.messageId)[0]!;
    bob.react(picture, 'repeat');
    await bench.slack.waitFor('the reaction', () => bench.script.reactions.length === 1);
    expect(bench.script.reactions[0]?.message).toEqual(ref);
  });

  it('publish a Home tab', async () => {
    bench.script.homeReply = message('You may paint 7 more images today.');
    bob.openHome();
    const home = await bench.slack.waitFor('the tab', () => bench.slack.homeOf(bob));
    expect(JSON.stringify(home.view)).toContain('7 more images');
  });
});

describe('stopping', () => {
  it('waits for what is being answered', async () => {
    let finish = () => {};
    bench.script.answer = () =>
      new Promise((resolve) => {
        finish = () => resolve(message('Late.'));
      });
    bench.ada.say(bench.channel.id, '@kaleido a cat');
    await invoked();
    const stopped = bench.platform.stop();
    finish();
    await stopped;
    expect(bench.slack.ephemeralsFor(bench.ada)).toHaveLength(1);
    expect(bench.platform.isReady()).toBe(false);
    bench.platform = bench.create();
    await bench.platform.start();
  });
});

describe('the answer to what is acknowledged', () => {
  it('is owed before Slack is asked anything about it, and until it is given', async () => {
    let give = () => {};
    bench.script.answer = () => new Promise((resolve) => (give = () => resolve(message('Here.'))));
    void bench.ada.command(bench.channel.id, '/imagine', 'a cat');
    await invoked();
    expect(bench.owed.all).toMatchObject([
      { owed: { platform: 'slack', realm: bench.team.id, userId: bench.ada.id }, end: null },
    ]);
    give();
    await bench.slack.waitFor('the end', () => bench.owed.all[0]?.end === 'settled');
  });

  it('is somebody else’s to give where Slack takes none', async () => {
    bench.script.answer = async () => message('Here.');
    const refused = (error: string) => ({ status: 200, body: { ok: false, error } });
    // The answer, then what is said of its failure.
    for (let answer = 0; answer < 2; answer++) {
      bench.slack.force('chat.postEphemeral', refused('channel_not_found'));
      bench.slack.force('conversations.open', refused('user_disabled'));
    }
    bench.ada.say(bench.channel.id, '@kaleido a cat');
    await bench.slack.waitFor('the end', () => bench.owed.all[0]?.end === 'broken');
  });

  it('has the key of what is asked for, so that it is known when that was accepted', async () => {
    accepting();
    bench.ada.say(bench.channel.id, '@kaleido a cat');
    const { actor, origin } = await invoked();
    expect(bench.owed.all.map(({ owed }) => owed.key)).toEqual([idempotencyKeyOf(actor, origin.idempotencyKey ?? '')]);
  });
});
