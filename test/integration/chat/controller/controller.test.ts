import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionVerb, formatActionId } from '../../../../src/chat/cards/action-id.js';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import type { Controller } from '../../../../src/chat/controller/controller.js';
import { createController } from '../../../../src/chat/controller/create-controller.js';
import type { Reply } from '../../../../src/chat/replies/reply.js';
import { idempotencyKeyOf } from '../../../../src/core/basics/ids.js';
import type { Actor, Generation, MessageRef, Pin } from '../../../../src/core/types.js';
import { StoreError } from '../../../../src/store/errors.js';
import { expectActionsToFit, expectModalToFit } from '../../../unit/chat/support/limits.js';
import { commands } from '../../../unit/commands/support/commands.js';
import { beside, here, openWorld, somebody, type World } from '../../core/support/world.js';

let world: World;
let controller: Controller;
let logged: string;

beforeAll(async () => {
  world = await openWorld();
  const clock = () => world.time.now;
  const cards = createCardBuilder({ blobs: { get: async () => null }, generations: world.store.generations, clock });
  logged = '';
  const write = (line: string) => {
    logged += line;
  };
  const log = pino({ level: 'warn' }, { write });
  controller = createController({ core: world.core, cards, commands, log, clock });
});

afterAll(() => world.close());

/** A painted grid, and the message that shows it. */
async function grid(actor: Actor, count = 4): Promise<{ generation: Generation; message: MessageRef }> {
  const accepted = await world.core.imagine(actor, { prompt: 'a cat and a pizza', count }, here());
  const generation = await world.paint(accepted);
  const message = { channelId: actor.channelId, messageId: randomUUID() };
  await world.store.deliveries.delivered(accepted.delivery.id, message, world.time.now);
  return { generation, message };
}

interface Press {
  args?: (string | number)[];
  values?: string[];
  fields?: Record<string, string>;
}

function press(actor: Actor, verb: ActionVerb, id: string, { args = [], values = [], fields = {} }: Press = {}) {
  return controller.act({
    actor,
    id: formatActionId(verb, id, ...args),
    values,
    fields,
    message: null,
    origin: here(),
  });
}

function react(actor: Actor, message: MessageRef, emoji: string, isAdded = true): Promise<Reply> {
  return controller.react({ actor, message, emoji, isAdded, origin: here() });
}

function textOf(reply: Reply): string {
  if (reply.type !== 'message') throw new Error(`The reply is a ${reply.type}.`);
  return reply.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
}

function expectRefusal(reply: Reply, text: RegExp): void {
  expect(reply).toMatchObject({ type: 'message', isError: true, isPrivate: true });
  expect(textOf(reply)).toMatch(text);
}

async function childOf(reply: Reply): Promise<Generation> {
  if (reply.type !== 'accepted') throw new Error(`The reply is a ${reply.type}: ${JSON.stringify(reply)}`);
  return (await world.store.generations.find(reply.card.generationId))!;
}

const pinsOf = (generation: Generation): Promise<Pin[]> => world.store.generations.pins(generation.id);

describe('commands', () => {
  it('are checked and run; the card tells the place in the queue', async () => {
    const actor = somebody();
    const values = { prompt: 'a cat', count: '2', private: true };
    const reply = await controller.invoke({ actor, path: 'imagine', values, origin: here() });
    expect(reply).toMatchObject({
      type: 'accepted',
      card: { state: 'queued', title: 'a cat', requesterId: actor.userId, isPrivate: true },
    });
    expect(reply.type === 'accepted' && reply.card.status).toContain('2 requests go first');
    expect((await childOf(reply)).settings.count).toBe(2);
  });

  it('refuse kindly what cannot be, in the language that the user set', async () => {
    const actor = somebody({ locale: 'en' });
    await world.core.setSettings(actor, { locale: 'de' });
    const invoke = (path: string, values: Record<string, string>) =>
      controller.invoke({ actor, path, values, origin: here() });
    expectRefusal(await invoke('imagine', { prompt: 'a cat', count: '12' }), /count.*1.*9/);
    expectRefusal(await invoke('imagine', {}), /prompt/);
    expectRefusal(await invoke('paint-me', {}), /kenne ich nicht/);
    expectRefusal(await invoke('imagine', { prompt: 'a cat', code: 'nonsense' }), /./);
  });

  it('leave the language in the address, for the cards that follow', async () => {
    const actor = somebody({ locale: 'de-AT' });
    const values = { prompt: 'a cat' };
    const child = await childOf(await controller.invoke({ actor, path: 'imagine', values, origin: here() }));
    expect((await world.store.deliveries.find(child.id))?.address).toEqual({ kind: 'test', locale: 'de-AT' });
  });

  it('suggest values, and nothing rather than fail', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const suggestions = await controller.suggest(actor, 'show', 'id', '');
    expect(suggestions.map(({ value }) => value)).toContain(generation.id);
    const things = await controller.suggest(actor, 'imagine', 'prompt', 'a top h');
    expect(things.slice(0, 2).map(({ value }) => value)).toEqual(['a top h', 'a top hat']);
    expect(await controller.suggest(actor, 'imagine', 'code', 'a')).toEqual([]);
    expect(await controller.suggest(actor, 'no such', 'thing', '')).toEqual([]);
  });
});

describe('buttons', () => {
  it('reroll all, reroll one, make variations', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const all = await childOf(await press(actor, 'reroll-all', generation.id));
    expect(all).toMatchObject({ origin: 'reroll', parentId: generation.id });
    const one = await childOf(await press(actor, 'reroll', generation.id, { args: [2] }));
    expect(one.tasks.map(({ mode }) => mode)).toEqual(['keep', 'keep', 'sample', 'keep']);
    const variations = await childOf(await press(actor, 'variations', generation.id, { args: [1] }));
    expect(variations.origin).toBe('variations');
    const larger = await press(actor, 'upscale', generation.id, { args: [1] });
    expectRefusal(larger, /Kaleido’s own painter has nothing that makes pictures larger, and nothing .* here has/);
  });

  it('that are not ours, of a lost grid or of a picture that is not there get a kind answer', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const foreign = { actor, id: 'k0:reroll:abc', values: [], fields: {}, message: null, origin: here() };
    expectRefusal(await controller.act(foreign), /older version/);
    expectRefusal(await press(actor, 'reroll-all', 'zzzzzzzzzzzz'), /no grid zzzzzzzzzzzz/);
    expectRefusal(await press(actor, 'reroll', generation.id, { args: [7] }), /no picture 8/);
    expectRefusal(await press(actor, 'reroll', generation.id, { args: ['x'] }), /no picture/);
    expectRefusal(await press(somebody(), 'reroll-all', generation.id), /no grid|private/);
  });

  it('cancel what waits and ask for it again', async () => {
    const actor = somebody();
    const { generation } = await world.core.imagine(actor, { prompt: 'a cat' }, here());
    const reply = await press(actor, 'cancel', generation.id);
    expect(reply).toMatchObject({ type: 'card', card: { state: 'cancelled' } });
    expectRefusal(await press(actor, 'cancel', generation.id), /waiting or running/);
    const again = await childOf(await press(actor, 'retry', generation.id));
    expect(again).toMatchObject({ prompt: 'a cat', settings: generation.settings });
  });

  it('delete for the requester and moderators, and nobody else', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    expectRefusal(await press(beside(actor), 'delete', generation.id), /Only the person who asked/);
    const moderator = beside(actor, { isModerator: true });
    const asked = await press(moderator, 'delete', generation.id);
    expect(asked).toMatchObject({ type: 'message', isPrivate: true, isError: false });
    expect(JSON.stringify(asked)).toContain(`k1:delete-now:${generation.id}`);
    expect((await world.store.generations.find(generation.id))?.status).toBe('done');
    expectRefusal(await press(beside(actor), 'delete-now', generation.id), /Only the person who asked/);
    expect(await press(moderator, 'delete-now', generation.id)).toMatchObject({
      type: 'remove',
      generationId: generation.id,
    });
    expect((await world.store.generations.find(generation.id))?.status).toBe('deleted');
  });

  it('paint chosen plans, or all of them', async () => {
    const actor = somebody();
    const plan = await world.paint(await world.core.imagine(actor, { prompt: 'a cat', isPlanOnly: true }, here()));
    const some = await childOf(await press(actor, 'paint', plan.id, { values: ['0', '3'] }));
    expect(some.tasks).toHaveLength(2);
    const all = await childOf(await press(actor, 'paint', plan.id, { args: ['all'] }));
    expect(all.tasks).toHaveLength(4);
    expectRefusal(await press(actor, 'paint', plan.id), /Nothing was chosen/);
  });

  it('hand out a picture and a latent code that replays', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const delivered = await press(actor, 'deliver', generation.id, { args: [1] });
    expect(delivered).toMatchObject({ type: 'message', isPrivate: true, isError: false });
    expect(delivered.type === 'message' && delivered.pictures[0]?.file.subarray(1, 4).toString()).toBe('PNG');
    const code =
      textOf(await press(actor, 'code', generation.id, { args: [1] }))
        .split('\n')
        .at(-1) ?? '';
    expect(world.core.readCode(code)).toEqual(generation.cells[1]?.latents);
  });
});

describe('pins', () => {
  it('are exactly what is chosen in the menu', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    await press(actor, 'pins', generation.id, { values: ['0', '.palette'] });
    const both = [
      { cell: 0, kind: null },
      { cell: null, kind: 'palette' },
    ];
    expect(await pinsOf(generation)).toEqual(expect.arrayContaining(both));
    const reply = await press(actor, 'pins', generation.id, { values: ['.palette'] });
    expect(reply).toMatchObject({ type: 'card', card: { cells: [{ isPinned: false }, {}, {}, {}] } });
    expect(await pinsOf(generation)).toEqual([{ cell: null, kind: 'palette' }]);
    expectRefusal(await press(actor, 'pins', generation.id, { values: ['rubbish'] }), /no picture/);
    expectRefusal(await press(beside(actor), 'pins', generation.id, { values: ['1'] }), /Only the person who asked/);
  });

  it('of one kind for all are chosen in the panel of latents, and taken back', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const panel = await press(actor, 'latents', generation.id);
    if (panel.type !== 'message') throw new Error('The panel is a message.');
    expectActionsToFit(panel.actions);
    expect(panel.blocks.filter(({ type }) => type === 'list')).toHaveLength(4);

    const pinned = await press(actor, 'pin-kind', generation.id, { args: ['boxes'], values: ['2'] });
    expect(textOf(pinned)).toBe('Pinned for the next reroll: Boxes of picture 3 for all.');
    expect(await pinsOf(generation)).toEqual([{ cell: 2, kind: 'boxes' }]);
    const child = await childOf(await press(actor, 'reroll-all', generation.id));
    for (const task of child.tasks) {
      expect(task).toMatchObject({ mode: 'sample', given: { boxes: generation.cells[2]?.latents.boxes } });
    }
    const unpinned = await press(actor, 'pin-kind', generation.id, { args: ['boxes'] });
    expect(textOf(unpinned)).toBe('Nothing is pinned now.');
  });
});

describe('forms', () => {
  it('edit one latent of a cell, which is shown as it is, and leave the other cells', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const panel = await press(actor, 'cell', generation.id, { values: ['1'] });
    if (panel.type !== 'message') throw new Error('The panel is a message.');
    expectActionsToFit(panel.actions);

    const form = await press(actor, 'edit', generation.id, { args: [1, 'palette'] });
    if (form.type !== 'modal') throw new Error('A press opens the form.');
    expectModalToFit(form.modal);
    const [field] = form.modal.fields;
    expect(field?.value).toMatch(/#[0-9a-f]{6} \d/);
    const submit = (value: string) =>
      controller.act({ actor, id: form.modal.id, values: [], fields: { value }, message: null, origin: here() });
    expectRefusal(await submit(`  ${field?.value.replaceAll(', ', ',\r\n')}`), /did not change/);
    expectRefusal(await submit('the colour of the sky'), /is not a colour/);
    const child = await childOf(await submit('red'));
    expect(child.origin).toBe('edit');
    const expected = { palette: [expect.objectContaining({ share: 1 })] };
    expect(child.tasks.map(({ mode }) => mode)).toEqual(['keep', 'sample', 'keep', 'keep']);
    expect(child.tasks[1]).toMatchObject({ given: expected });
    expectRefusal(await press(actor, 'edit', generation.id, { args: [1, 'tokens'] }), /no Texture/);
  });

  it('splice cells by their numbers', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const form = await press(actor, 'splice', generation.id);
    if (form.type !== 'modal') throw new Error('A press opens the form.');
    expectModalToFit(form.modal);
    const submit = (fields: Record<string, string>) => press(actor, 'splice', generation.id, { fields });
    expectRefusal(await submit({ boxes: '', palette: ' ' }), /at least one latent/);
    for (const wrong of ['5', '0', '-1', 'two', '1.5']) expectRefusal(await submit({ boxes: wrong }), /from 1 to 4/);
    const child = await childOf(await submit({ boxes: '1', palette: ' 3 ', blobs: '' }));
    const given = {
      boxes: generation.cells[0]?.latents.boxes,
      palette: generation.cells[2]?.latents.palette,
    };
    expect(child.tasks.map(({ mode }) => mode)).toEqual(['sample', 'keep', 'keep', 'keep']);
    expect(child.tasks[0]).toMatchObject({ given });
  });

  it('save a pin under a name', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const form = await press(actor, 'save-pin', generation.id, { args: [0] });
    if (form.type !== 'modal') throw new Error('A press opens the form.');
    expectModalToFit(form.modal);
    const submit = (fields: Record<string, string>) => press(actor, 'save-pin', generation.id, { args: [0], fields });
    expectRefusal(await submit({ name: 'house', kinds: 'palette, sounds' }), /do not know “sounds”/);
    expect(textOf(await submit({ name: 'house', kinds: 'Palette' }))).toContain('“house”');
    const [saved] = await world.core.savedPins(actor);
    expect(saved).toMatchObject({ name: 'house', latents: { palette: generation.cells[0]?.latents.palette } });
    expect(Object.keys(saved?.latents ?? {})).toEqual(['palette']);
  });

  it.each([
    ['emoji', 32],
    ['sticker', 30],
  ] as const)('ask for the name of the %s, then make the picture', async (use, most) => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const form = await press(actor, use, generation.id, { args: [3] });
    if (form.type !== 'modal') throw new Error('A press opens the form.');
    expectModalToFit(form.modal);
    expect(form.modal.fields[0]?.value).toBe('a_cat_and_a_pizza_4');
    const submit = (name: string) => press(actor, use, generation.id, { args: [3], fields: { name } });
    for (const wrong of ['x', 'a b', 'ümlaut', 'x'.repeat(most + 1), ''])
      expectRefusal(await submit(wrong), /2 to 3\d/);
    expect(await submit(' My_Cat ')).toMatchObject({ type: 'message', upload: { use, name: 'my_cat' } });
  });
});

describe('reactions', () => {
  it('that mean nothing, or are on other messages, do nothing', async () => {
    const actor = somebody();
    const { message } = await grid(actor);
    expect(await react(actor, message, '👍')).toEqual({ type: 'none' });
    expect(await react(actor, { ...message, messageId: 'other' }, '🔁')).toEqual({ type: 'none' });
  });

  it('reroll all or one for the requester', async () => {
    const actor = somebody();
    const { generation, message } = await grid(actor);
    expect(await childOf(await react(actor, message, '🔁'))).toMatchObject({
      origin: 'reroll',
      parentId: generation.id,
    });
    const one = await childOf(await react(actor, message, '2️⃣'));
    expect(one.tasks.map(({ mode }) => mode)).toEqual(['keep', 'sample', 'keep', 'keep']);
    expectRefusal(await react(actor, message, '9️⃣'), /no picture 9/);
  });

  it('of others are votes, which can be taken back', async () => {
    const actor = somebody();
    const { message } = await grid(actor);
    const [one, two, three] = [beside(actor), beside(actor), beside(actor)];
    expect(await react(one, message, '🔁')).toEqual({ type: 'none' });
    expect(await react(two, message, '🔁')).toEqual({ type: 'none' });
    expect(await react(two, message, '🔁', false)).toEqual({ type: 'none' });
    expect(await react(three, message, '🔁')).toEqual({ type: 'none' });
    expect(await react(two, message, '🔁')).toMatchObject({ type: 'accepted' });
  });

  it('pin a cell while one person has the pin and its number, whichever came first', async () => {
    const actor = somebody();
    const { generation, message } = await grid(actor);
    expect(await react(actor, message, '📌')).toEqual({ type: 'none' });
    expect(await react(actor, message, '3️⃣')).toMatchObject({
      type: 'card',
      card: { cells: [{}, {}, { isPinned: true }, {}] },
    });
    await react(actor, message, '1️⃣');
    expect((await pinsOf(generation)).map(({ cell }) => cell).sort()).toEqual([0, 2]);
    await react(actor, message, '3️⃣', false);
    expect(await pinsOf(generation)).toEqual([{ cell: 0, kind: null }]);
    await react(actor, message, '📌', false);
    expect(await pinsOf(generation)).toEqual([]);
    // The number is still there, and the pin comes back.
    await react(actor, message, '📌');
    expect(await pinsOf(generation)).toEqual([{ cell: 0, kind: null }]);
  });

  it('of a pin by one and a number by another do not make a pin', async () => {
    const actor = somebody();
    const { generation, message } = await grid(actor);
    const moderator = beside(actor, { isModerator: true });
    await react(moderator, message, '📌');
    expect(await react(actor, message, '2️⃣')).toMatchObject({ type: 'accepted' });
    expect(await pinsOf(generation)).toEqual([]);
  });

  it('turn a vote for a number into a pin', async () => {
    const actor = somebody();
    const { generation, message } = await grid(actor);
    const moderator = beside(actor);
    await react(moderator, message, '2️⃣');
    await react({ ...moderator, isModerator: true }, message, '📌');
    expect(await pinsOf(generation)).toEqual([{ cell: 1, kind: null }]);
    expect(await world.store.generations.votesOf(generation.id, moderator.userId)).not.toContain('reroll:1');
  });

  it('pin a kind for the next reroll until they are taken off', async () => {
    const actor = somebody();
    const { generation, message } = await grid(actor);
    for (const [emoji, kind] of [
      ['🎨', 'palette'],
      ['📦', 'boxes'],
      ['📝', 'description'],
    ] as const) {
      expect(await react(actor, message, emoji)).toMatchObject({ type: 'card' });
      expect(await pinsOf(generation)).toContainEqual({ cell: null, kind });
    }
    await react(actor, message, '📦', false);
    expect((await pinsOf(generation)).map(({ kind }) => kind).sort()).toEqual(['description', 'palette']);
    expectRefusal(await react(beside(actor), message, '📦'), /Only the person who asked/);
    expect(await react(beside(actor), message, '📦', false)).toEqual({ type: 'none' });
  });

  it('ask before they delete, the requester and moderators', async () => {
    const actor = somebody();
    const { generation, message } = await grid(actor);
    expectRefusal(await react(beside(actor), message, '🗑️'), /Only the person who asked/);
    expect(await react(actor, message, '🗑️', false)).toEqual({ type: 'none' });
    const asked = await react(actor, message, '🗑');
    expect(JSON.stringify(asked)).toContain(`k1:delete-now:${generation.id}`);
    expect((await world.store.generations.find(generation.id))?.status).toBe('done');
  });
});

describe('being forgotten', () => {
  it('is for whoever was asked, though others may see the button', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const asked = JSON.stringify(await controller.invoke({ actor, path: 'forget-me', values: {}, origin: here() }));
    const [, mark] = /k1:forget-now:(\w+)/.exec(asked)!;
    expectRefusal(await press(beside(actor), 'forget-now', mark!), /That button was for somebody else/);
    expect((await world.store.generations.find(generation.id))?.status).toBe('done');
    expect(JSON.stringify(await press(actor, 'forget-now', mark!))).toContain('Forgotten: 1 grid');
    expect((await world.store.generations.find(generation.id))?.status).toBe('deleted');
  });
});

describe('the home page', () => {
  it('has recent grids, saved pins and what is left of the quota', async () => {
    const actor = somebody();
    const { generation } = await grid(actor);
    await world.core.savePin(actor, 'house', { id: generation.id, cell: 0, kinds: ['palette'] }, 'user');
    const home = await controller.home(actor);
    const items = home.blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
    expect(items).toEqual([expect.stringContaining(`“a cat and a pizza” (done, ${generation.id})`), 'house: Palette']);
    const facts = home.blocks.flatMap((block) => (block.type === 'facts' ? block.facts : []));
    expect(facts).toContainEqual({ label: 'Images', value: '4 of 40' });
    expect(facts).toContainEqual({ label: 'Starts afresh', value: 'in 14 hours (midnight, UTC)' });
  });
});

describe('when something breaks', () => {
  it('the person gets an id that the log has too, and nothing of the error', () => {
    const reply = controller.failureReply(somebody(), new Error('password=secret'));
    const incident = /“([0-9a-f]{8})”/.exec(textOf(reply))?.[1];
    expect(incident).toBeDefined();
    expect(textOf(reply)).not.toContain('secret');
    expect(logged).toContain(`"incident":"${incident}"`);
  });

  it('the person is told to wait where it is storage that is away, which no admin needs to look up', () => {
    const away = new StoreError('database_unavailable', { why: 'unreachable', code: 'P1001', detail: '' });
    const text = textOf(controller.failureReply(somebody(), away));
    expect(text).toContain('try again in a minute');
    expect(text).not.toContain('admin');
  });
});

describe('a request that another process took over', () => {
  it.each(['a command', 'a button'])('of %s is left as it is, and costs nothing', async (what) => {
    const actor = somebody();
    const { generation } = await grid(actor);
    const [before] = await world.query('SELECT count(*)::int AS count FROM ledger_entry');
    const key = randomUUID();
    const { platform, realm, userId } = actor;
    const owed = { key: idempotencyKeyOf(actor, key), platform, realm, userId, address: {}, lifeMs: 60_000 };
    await world.store.owedAnswers.add([owed], 'frozen', 0);
    await world.store.owedAnswers.claim(platform, 1, 'living', 60_000);

    const reply =
      what === 'a command'
        ? controller.invoke({ actor, path: 'imagine', values: { prompt: 'a cat' }, origin: here(key) })
        : controller.act({
            actor,
            id: formatActionId('reroll-all', generation.id),
            values: [],
            fields: {},
            message: null,
            origin: here(key),
          });
    expect(await reply).toEqual({ type: 'told' });
    expect(await world.query('SELECT count(*)::int AS count FROM ledger_entry')).toEqual([before]);
  });
});
