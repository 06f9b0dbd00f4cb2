import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../../commands/index.js';
import { parseCommandText } from '../../../src/chat/commands/argument-text.js';
import type { Reply } from '../../../src/chat/replies/reply.js';
import { scopeOf } from '../../../src/core/access/scope.js';
import type { Core } from '../../../src/core/core.js';
import { DEFAULT_POLICY } from '../../../src/core/deps.js';
import type { Actor } from '../../../src/core/types.js';
import { KIND_NAMES } from '../../../src/engine/latents/index.js';
import { generationOf, ID } from '../chat/support/generations.js';
import { commands } from './support/commands.js';
import { ACTOR, acceptedOf, controllerOver } from './support/recording-core.js';

const ORIGIN = { address: { locale: 'en' }, idempotencyKey: 'event-1' };

/** Says a line to the bot, as Slack would hand it over. */
async function say(line: string, answers: Partial<Core> = {}, actor: Actor = asAsked(line)) {
  const { controller, made, calls } = controllerOver(answers);
  const { path, values } = parseCommandText(commands, line, 'imagine');
  const reply = await controller.invoke({ actor, path, values, origin: { address: {}, idempotencyKey: 'event-1' } });
  return { reply, made: made(), calls };
}

/** Commands for admins are asked by one. */
function asAsked(line: string): Actor {
  return { ...ACTOR, isAdmin: /^\/?admin/.test(line) };
}

/** Every word of a reply. */
function words(reply: Reply): string {
  if (reply.type !== 'message') throw new Error(`A message was expected, not ${reply.type}.`);
  return JSON.stringify(reply.blocks);
}

const given = (parts: Record<string, unknown>) => expect.objectContaining(parts);

describe('commands that make a grid', () => {
  it.each<[string, unknown[]]>([
    ['imagine a cat', ['imagine', given({ prompt: 'a cat' }), ORIGIN]],
    [
      'a cat --count 9 --variety 80 --recall 40 --style 3d --without "wings, red" --guidance 7.5 --steps 20 --seed 4294967295 --latents --private --plan --sampler ddim',
      [
        'imagine',
        given({
          prompt: 'a cat',
          count: 9,
          variety: 80,
          recall: 40,
          style: '3d',
          without: 'wings, red',
          guidance: 7.5,
          steps: 20,
          seed: 4294967295,
          showLatents: true,
          isPrivate: true,
          isPlanOnly: true,
          sampler: 'ddim',
        }),
        ORIGIN,
      ],
    ],
    [
      'a cat --kinds boxes,palette --code abc --pin "palette=red, blue boxes=cat 0,8,32,56; pizza 32,8,64,56" --pin "house | dusk"',
      [
        'imagine',
        given({
          kinds: ['boxes', 'palette'],
          code: 'abc',
          pins: ['palette=red, blue', 'boxes=cat 0,8,32,56; pizza 32,8,64,56', 'house', 'dusk'],
        }),
        ORIGIN,
      ],
    ],
    ['a cat --no-private', ['imagine', given({ isPrivate: false, pins: undefined, kinds: undefined }), ORIGIN]],
    ['reroll', ['rerollAll', ID, ORIGIN]],
    ['reroll 2', ['rerollCell', ID, 1, ORIGIN]],
    ['reroll 2 --id ABCDEFGHJKMN', ['rerollCell', 'abcdefghjkmn', 1, ORIGIN]],
    ['variations 3', ['variations', ID, 2, ORIGIN]],
    ['latents edit red, white --kind palette --cell 1', ['edit', ID, 0, 'palette', 'red, white', ORIGIN]],
    ['latents splice --boxes 1 --palette 3', ['splice', ID, { boxes: 0, palette: 2 }, ORIGIN]],
    ['latents use a dog --cell 2 --kinds boxes', ['useLatents', ID, 1, ['boxes'], { prompt: 'a dog' }, ORIGIN]],
    ['latents use --cell 2', ['useLatents', ID, 1, [], { prompt: 'a cat and a pizza' }, ORIGIN]],
    ['pins use a dog --name dusk', ['imagine', { prompt: 'a dog', pins: ['dusk'] }, ORIGIN]],
  ])('%s', async (line, call) => {
    const { reply, made } = await say(line);
    expect(made).toEqual([call]);
    expect(reply).toMatchObject({
      type: 'accepted',
      deliveryId: 'delivery-newnewnewnew',
      card: { generationId: 'newnewnewnew', state: 'queued' },
    });
  });

  it.each<[string, unknown[]]>([
    ['paint 1, 3', ['paint', ID, [0, 2], ORIGIN]],
    ['paint', ['paint', ID, [0, 1, 2, 3], ORIGIN]],
  ])('%s, of the latest plan', async (line, call) => {
    const plans = async () => [generationOf({ id: 'finishedfini' }), generationOf({ status: 'planned' })];
    expect((await say(line, { history: plans })).made).toEqual([call]);
  });

  it('mean the actor’s latest finished grid in the channel, and say so when there is none', async () => {
    const { reply, made } = await say('variations 1', { history: async () => [generationOf({ status: 'queued' })] });
    expect(made).toEqual([]);
    expect(reply).toMatchObject({ isError: true });
    expect(words(reply)).toContain('You have no such grid in this channel yet');
  });

  it('take the only cell when none is named, and ask which when there are several', async () => {
    const single = { history: async () => [generationOf({ settings: { count: 1 } })] };
    expect((await say('variations', single)).made).toEqual([['variations', ID, 0, ORIGIN]]);
    expect(words((await say('variations')).reply)).toContain('Say which of the 4 pictures');
  });
});

describe('commands about latents', () => {
  it('show every latent with its origin and the codes', async () => {
    const { reply } = await say('latents show');
    const text = words(reply);
    for (const part of ['a cat and a pizza', 'Palette', 'red 50%', '(new)', `code-${ID}-0`, `code-${ID}-3`]) {
      expect(text).toContain(part);
    }
  });

  it('show one cell with its picture', async () => {
    const picture = async () => ({ file: Buffer.from('png'), name: 'cell.png', altText: 'A cat.' });
    const { reply, made } = await say('latents show --cell 2', { picture });
    expect(made).toContainEqual(['picture', ID, 1, 'full']);
    expect(reply).toMatchObject({ pictures: [{ name: 'cell.png' }] });
    expect(words(reply)).not.toContain(`code-${ID}-0`);
  });

  it.each([
    ['latents pin 2', ['pin', ID, { cell: 1, kind: null }]],
    ['latents pin --kind palette', ['pin', ID, { cell: null, kind: 'palette' }]],
    ['latents unpin 2 --kind boxes', ['unpin', ID, { cell: 1, kind: 'boxes' }]],
  ])('%s', async (line, call) => {
    const pinned = async () => [{ cell: 1, kind: null }];
    const { reply, made } = await say(line, { pin: pinned, unpin: pinned, pins: pinned });
    expect(made).toEqual([call]);
    expect(words(reply)).toContain('picture 2');
    expect(reply).toMatchObject({ isPrivate: true, actions: expect.arrayContaining([expect.anything()]) });
  });

  it('take back all pins one by one', async () => {
    const pins = async () => [
      { cell: 1, kind: null },
      { cell: 0, kind: 'palette' as const },
    ];
    const { made } = await say('latents unpin --all', { pins, unpin: async () => [] });
    expect(made).toEqual([
      ['unpin', ID, { cell: 1, kind: null }],
      ['unpin', ID, { cell: 0, kind: 'palette' }],
    ]);
  });

  it('need to know what to pin, and what to splice', async () => {
    expect(words((await say('latents pin')).reply)).toContain('Give at least one of: cell, kind.');
    expect(words((await say('latents splice')).reply)).toContain('Give at least one of: description, boxes');
  });

  it('copy a code', async () => {
    expect(words((await say('latents code 2')).reply)).toContain(`"code","text":"code-${ID}-1"`);
  });
});

describe('saved pins', () => {
  const pin = {
    name: 'dusk',
    owner: 'user' as const,
    latents: { palette: [{ colour: '#ff0000', share: 1 }] },
    visualTokenizer: null,
    createdAt: new Date(),
  };

  it('are listed, saved and deleted', async () => {
    expect(words((await say('pins list', { savedPins: async () => [pin] })).reply)).toContain('palette: red 100%');
    const saved = await say('pins save dusk --cell 2 --kinds palette --server', { savePin: async () => pin });
    expect(saved.made).toEqual([['savePin', 'dusk', { id: ID, cell: 1, kinds: ['palette'] }, 'space']]);
    const gone = await say('pins delete dusk', { deletePin: async () => undefined });
    expect(gone.made).toEqual([['deletePin', 'dusk', 'user']]);
  });

  it('refuse a kind that there is not', async () => {
    const { reply, made } = await say('pins save dusk --cell 1 --kinds depth');
    expect(made).toEqual([]);
    expect(words(reply)).toContain(`“kinds” must be one of: ${Object.values(KIND_NAMES).join(', ')}.`);
  });
});

describe('one picture', () => {
  const picture = async () => ({ file: Buffer.from('png'), name: 'cell.png', altText: 'A cat.' });

  it('is handed out in full size', async () => {
    const { reply, made } = await say('deliver 2', { picture });
    expect(made).toEqual([['picture', ID, 1, 'full']]);
    expect(reply).toMatchObject({ pictures: [{ name: 'cell.png' }] });
    expect(reply).not.toHaveProperty('upload');
  });

  it('becomes an emoji with a name that platforms take', async () => {
    const { reply, made } = await say('deliver 2 --as emoji', { picture });
    expect(made).toEqual([['picture', ID, 1, 'emoji']]);
    expect(reply).toMatchObject({ pictures: [], upload: { use: 'emoji', name: 'a_cat_and_a_pizza_2' } });
    const named = await say('deliver 2 --as sticker --name pizza_cat', { picture });
    expect(named.reply).toMatchObject({ upload: { use: 'sticker', name: 'pizza_cat' } });
    expect(words((await say('deliver 2 --as emoji --name "no spaces"', { picture })).reply)).toContain('no spaces');
  });
});

describe('commands about what was made', () => {
  it('show whose artwork was recalled, each work once', async () => {
    const work = { thing: 'cat', picture: 'noto:cat', set: 'Noto Emoji', author: 'Google', licence: 'Apache-2.0' };
    const { reply } = await say(`show #${ID}`, { artworks: () => [work] });
    expect(words(reply).match(/cat: Noto Emoji \(Google, Apache-2\.0\)/g)).toHaveLength(1);
  });

  it('show a grid again with its settings, codes and buttons', async () => {
    const { reply } = await say(`show #${ID}`);
    const text = words(reply);
    for (const part of ['a cat and a pizza', '4294967295', '2.37 of 4', `code-${ID}-3`]) expect(text).toContain(part);
    expect(reply).toMatchObject({
      pictures: [expect.anything()],
      actions: expect.arrayContaining([expect.anything()]),
    });
  });

  it('list one’s own, or everybody’s, page by page', async () => {
    const own = await say('history');
    expect(own.calls).toContainEqual(['history', { mine: true, limit: 10 }]);
    expect(words(own.reply)).toContain(`${ID} “a cat and a pizza”, 4 pictures, done, `);
    const all = await say('history --everyone --limit 2 --before ABCDEFGHJKMN');
    expect(all.calls).toContainEqual(['history', { mine: false, limit: 2, before: 'abcdefghjkmn' }]);
    expect(words(all.reply)).toContain(`history --before ${ID}`);
    expect(words((await say('history', { history: async () => [] })).reply)).toContain('There is nothing yet.');
  });

  it('cancel the newest unfinished one, or the one that is named', async () => {
    const answers = { newestUnfinished: async () => generationOf(), cancel: async () => 'stopping' as const };
    const { reply, made } = await say('cancel', answers);
    expect(made).toEqual([['newestUnfinished'], ['cancel', ID]]);
    expect(words(reply)).toContain('stops at the next step');
    expect((await say('cancel abcdefghjkmn', answers)).made).toEqual([['cancel', 'abcdefghjkmn']]);
    const none = await say('cancel', { newestUnfinished: async () => null });
    expect(words(none.reply)).toContain('Nothing of yours is waiting or running here.');
  });

  it('tell what Kaleido is, whose artwork it draws after, and what is kept', async () => {
    const about = async () => ({
      version: '1.2.3',
      licence: 'Apache-2.0',
      model: { name: 'stickers 4.5.6', licence: 'MIT' },
      artwork: [{ set: 'Twemoji', author: 'Twitter', licence: 'CC-BY-4.0' }],
      keepDays: null,
      ownPictures: 'admins' as const,
    });
    const forEver = words((await say('about', { about })).reply);
    for (const told of ['1.2.3, Apache-2.0', 'stickers 4.5.6, MIT', 'Twemoji by Twitter, CC-BY-4.0', 'from admins'])
      expect(forEver).toContain(told);
    expect(forEver).toContain('until they are deleted');
    expect(forEver).toContain('`forget-me` everything');
    const days = words((await say('about', { about: async () => ({ ...(await about()), keepDays: 30 }) })).reply);
    expect(days).toContain('30 days');
    expect((await say('about a cat')).made[0]![0]).toBe('imagine');
  });

  it('ask before they forget somebody', async () => {
    const { reply, made } = await say('forget-me', { keptOf: async () => ({ grids: 1, savedPins: 0, things: 2 }) });
    expect(made).toEqual([['keptOf']]);
    expect(words(reply)).toContain('1 grid with its prompt, pictures and message, no saved pins, 2 things of your own');
    expect(JSON.stringify(reply)).toMatch(/k1:forget-now:[0-9a-f]{24}/);
  });

  it('delete only what is named', async () => {
    const answers = { deletable: async () => generationOf() };
    const asked = await say(`delete ${ID}`, answers);
    expect(asked.made).toEqual([['deletable', ID]]);
    expect(JSON.stringify(asked.reply)).toContain(`k1:delete-now:${ID}`);
    const { reply, made } = await say('/delete', answers);
    expect(made).toEqual([]);
    expect(words(reply)).toContain('“id” is needed.');
  });
});

describe('things', () => {
  const groups = [
    { name: 'animals', title: 'Animals', count: 40 },
    { name: 'food', title: 'Food', count: 1 },
  ];
  const page = { names: ['cat', 'top hat'], page: 1, pages: 2 };
  const ofBundle = {
    thingGroups: () => groups,
    thingsOf: () => page,
    findThings: () => page,
    thingsSheet: async () => ({ file: Buffer.from('png'), name: 'things.png', altText: 'cat, top hat' }),
  };

  it('are listed by group with their numbers', async () => {
    const { reply } = await say('things', ofBundle);
    expect(words(reply)).toContain('41 things that I can draw');
    expect(words(reply)).toContain('Animals: 40 (`animals`)');
    expect(reply).toMatchObject({ isPrivate: true, pictures: [] });
  });

  it.each([
    ['things hat', 'things \\"hat\\" --page 2'],
    ['things --group food-drink', 'things --group food-drink --page 2'],
  ])('of %s are shown with a sheet, and how to see more', async (line, more) => {
    const { reply, made } = await say(line, ofBundle);
    expect(made).toEqual([['thingsSheet']]);
    expect(words(reply)).toContain('cat, top hat');
    expect(words(reply)).toContain(more);
    expect(reply).toMatchObject({ pictures: [{ name: 'things.png' }] });
  });

  it('that there are not are said so', async () => {
    const { reply } = await say('things zorp', { ...ofBundle, findThings: () => ({ names: [], page: 1, pages: 1 }) });
    expect(words(reply)).toContain('nothing like “zorp”');
  });
});

describe('settings', () => {
  it('are shown, changed and reset', async () => {
    const setSettings = async () => ({ variety: 80 });
    expect(words((await say('settings', { settings: async () => ({ isPrivate: true }) })).reply)).toContain(
      '"Private","value":"yes"',
    );
    const changed = await say('settings --variety 80 --recall 0 --no-private --language de', { setSettings });
    expect(changed.made).toEqual([['setSettings', { variety: 80, recall: 0, isPrivate: false, locale: 'de' }]]);
    const [[, change] = []] = (await say('settings --reset --count 2', { setSettings })).made;
    expect(change).toEqual({ count: 2 });
    expect(Object.keys(Object(change))).toHaveLength(8);
  });
});

describe('quotas', () => {
  const admin = { ...ACTOR, isAdmin: true };
  const report = {
    usage: { images: 12, granted: 5, inFlight: 1, cost: 0 },
    limits: [{ subject: 'default' as const, subjectId: '', limits: { imagesPerDay: 50 } }],
    resetsAt: new Date('2026-01-01T23:00:00Z'),
    timeZone: 'Europe/Berlin',
    unit: null,
  };
  const before = { subject: 'user' as const, subjectId: 'bob', imagesPerDay: 5, inFlight: 2 };
  const answers = {
    quota: async () => report,
    quotaPolicies: async () => [before],
    setQuota: async () => undefined,
    removeQuota: async () => undefined,
    grantQuota: async () => undefined,
    resetQuota: async () => undefined,
  };

  it('are shown to each with what is used, what binds and when it starts afresh', async () => {
    const { reply, made } = await say('quota show', answers);
    expect(made).toEqual([['quota', undefined]]);
    const text = words(reply);
    for (const part of [
      '12 images',
      '5 images',
      'each user',
      '50 images a day',
      'Jan 2, 2026, 12:00',
      'Europe/Berlin',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('are shown to admins with every policy', async () => {
    const { reply } = await say('quota show', answers, admin);
    expect(words(reply)).toContain('["user ",{"kind":"user","id":"bob"},": ","5 images a day, 2 requests at a time"]');
  });

  it.each<[string, unknown]>([
    ['quota set --images 50 --in-flight 3', { subject: 'default', subjectId: '', imagesPerDay: 50, inFlight: 3 }],
    ['quota set --user bob --images 9', { ...before, imagesPerDay: 9 }],
    ['quota set --role r1 --in-flight 0', { subject: 'role', subjectId: 'r1', inFlight: 0 }],
    ['quota set --channel c1 --images 9', { subject: 'channel', subjectId: 'c1', imagesPerDay: 9 }],
    ['quota set --together --images 900', { subject: 'space', subjectId: '', imagesPerDay: 900 }],
  ])('%s', async (line, policy) => {
    expect((await say(line, answers, admin)).made).toEqual([['quotaPolicies'], ['setQuota', policy], ['quota']]);
  });

  it('are removed, granted and reset', async () => {
    expect((await say('quota remove --role r1', answers)).made).toEqual([
      ['removeQuota', { subject: 'role', subjectId: 'r1' }],
    ]);
    expect((await say('quota grant bob --images 20', answers)).made).toEqual([['grantQuota', 'bob', 20, 'event-1']]);
    expect((await say('quota reset bob', answers)).made).toEqual([['resetQuota', 'bob']]);
  });

  it('need a limit, and one subject', async () => {
    expect(words((await say('quota set --user bob', answers)).reply)).toContain(
      'Give at least one of: images, in-flight, cost.',
    );
    expect(words((await say('quota set --user bob --role r1 --images 1', answers)).reply)).toContain(
      'Give only one of',
    );
  });
});

describe('administration', () => {
  const policy = { ...DEFAULT_POLICY, blocked: ['rival'], allowed: [] };
  const answers = {
    policy: async () => policy,
    models: async () => ({ offered: [], allowed: [], usual: 'kaleido' }),
    ownPolicy: async () => ({}),
    setPolicy: async () => undefined,
  };

  it('shows and changes the rules of the server and of a channel', async () => {
    expect((await say('admin policy', answers)).made).toEqual([['ownPolicy', 'space'], ['policy'], ['models']]);
    expect((await say('admin policy --no-enabled --reroll-votes 3', answers)).made[0]).toEqual([
      'setPolicy',
      'space',
      { isEnabled: false, rerollVotes: 3 },
    ]);
    expect((await say('admin channels c1 --spoiler', answers)).made[0]).toEqual([
      'setPolicy',
      'channel',
      { isSpoiler: true },
      'c1',
    ]);
    expect((await say('admin channels c1 --spoiler --unset "reroll-votes, allowed"', answers)).made[0]).toEqual([
      'setPolicy',
      'channel',
      { isSpoiler: true, rerollVotes: undefined, allowed: undefined },
      'c1',
    ]);
  });

  it('adds to the blocklist and takes from it', async () => {
    expect((await say('admin blocklist --block "car crash"', answers)).made[1]).toEqual([
      'setPolicy',
      'space',
      { blocked: ['rival', 'car crash'] },
      undefined,
    ]);
    const several = await say('admin blocklist --block "Blödmann, дурак; 馬鹿、 Rival,"', answers);
    expect(several.made[1]).toEqual([
      'setPolicy',
      'space',
      { blocked: ['Rival', 'Blödmann', 'дурак', '馬鹿'] },
      undefined,
    ]);
    expect((await say('admin blocklist --unblock RIVAL --channel c1', answers)).made[1]).toEqual([
      'setPolicy',
      'channel',
      { blocked: [] },
      'c1',
    ]);
    expect(words((await say('admin blocklist --unblock nothing', answers)).reply)).toContain('must be one of: rival');
  });

  it('tells status, audit and time zone', async () => {
    const load = { waiting: 3, active: 1, etaSeconds: 4.2 };
    const seen = { name: 'turbo', model: 'sd-turbo', protocol: 'sdapi', licence: 'Apache-2.0' };
    const painters = [seen, { ...seen, name: 'dreams', licence: null }, { name: 'away' }];
    const status = async () => ({ version: '1.2.3', bundle: 'stickers', licence: 'MIT', painters, ...load });
    const told = words((await say('admin status', { status })).reply);
    expect(told).toContain('5 seconds');
    expect(told).toContain('turbo: sd-turbo (sdapi), Apache-2.0');
    expect(told).toContain('dreams: sd-turbo (sdapi), of an unknown licence');
    expect(told).toContain('away: no worker has reached it yet');
    const quota = async () => ({
      usage: { images: 0, granted: 0, inFlight: 0, cost: 0 },
      limits: [],
      resetsAt: new Date('2026-01-02T00:00:00Z'),
      timeZone: 'UTC',
      unit: null,
    });
    const zone = await say('admin timezone Europe/Berlin', { setTimeZone: async () => undefined, quota });
    expect(zone.made[0]).toEqual(['setTimeZone', 'Europe/Berlin']);
    const audit = async () => [
      {
        scope: scopeOf(ACTOR),
        actorId: 'ada',
        actorName: 'Ada',
        action: 'quota.set',
        subject: 'user bob',
        before: null,
        after: { imagesPerDay: 5 },
        at: new Date('2026-01-01T10:00:00Z'),
      },
    ];
    const text = words((await say('admin audit', { audit, quota })).reply);
    expect(text).toContain(
      '["Jan 1, 2026, 10:00 AM: Ada set the limit of user ",{"kind":"user","id":"bob"}," to 5 images a day."]',
    );
  });
});

describe('commands for admins', () => {
  it('suggest terms to nobody else', async () => {
    const answers = { policy: async () => ({ ...DEFAULT_POLICY, blocked: ['rival'] }) };
    const { controller } = controllerOver(answers);
    expect(await controller.suggest(ACTOR, 'admin blocklist', 'unblock', '')).toEqual([]);
    expect(await controller.suggest(asAsked('admin'), 'admin blocklist', 'unblock', '')).toHaveLength(1);
  });

  it.each(['policy', 'channels', 'blocklist', 'models', 'timezone', 'status', 'audit'])(
    'show %s to nobody else',
    async (name) => {
      const { reply, made } = await say(`admin ${name}`, {}, ACTOR);
      expect(made).toEqual([]);
      expect(words(reply)).toContain('You may not do that here');
    },
  );
});

describe('help', () => {
  it('lists commands, those of admins to admins only', async () => {
    const text = words((await say('help')).reply);
    expect(text).toContain('/imagine – Draw a grid');
    expect(text).not.toContain('/admin');
    expect(words((await say('help', {}, { ...ACTOR, isAdmin: true })).reply)).toContain('/admin');
  });

  it('tells all about one command, or one of its subcommands, in the reader’s language', async () => {
    const { reply } = await say('help imagine', { settings: async () => ({ locale: 'de' }) });
    expect(words(reply)).toContain('Wie viele Bilder (1–9)');
    const sub = words((await say('help quota set')).reply);
    expect(sub).toContain('--in-flight');
    expect(sub).not.toContain('/quota grant');
    expect(words((await say('/help imagin')).reply)).toContain('did you mean “imagine”');
  });
});

describe('suggestions', () => {
  const suggest = (path: string, option: string, partial: string, answers: Partial<Core> = {}) =>
    controllerOver(answers).controller.suggest(asAsked(path), path, option, partial);

  it('are recent grids by prompt or id', async () => {
    const found = await suggest('show', 'id', 'PIZZA');
    expect(found).toContainEqual({ value: ID, label: `a cat and a pizza (${ID})` });
    expect(await suggest('show', 'id', 'dragon')).toEqual([]);
  });

  it('are at most 25 of at most 100 characters', async () => {
    const long = { history: async () => Array.from({ length: 40 }, () => generationOf({ prompt: '🐱'.repeat(300) })) };
    const found = await suggest('show', 'id', '', long);
    expect(found).toHaveLength(25);
    for (const { value, label } of found) expect(Math.max(value.length, label.length)).toBeLessThanOrEqual(100);
  });

  it('complete the last kind of a list', async () => {
    expect(await suggest('imagine', 'kinds', 'boxes, pa')).toEqual([
      { value: 'boxes, palette', label: 'boxes, palette' },
    ]);
  });

  it('are saved pins and kinds, zones and terms', async () => {
    const pin = {
      name: 'dusk',
      owner: 'user' as const,
      latents: {},
      visualTokenizer: null,
      createdAt: new Date(),
    };
    const pins = await suggest('imagine', 'pin', '', { savedPins: async () => [pin] });
    expect(pins.map(({ value }) => value)).toEqual(['dusk', ...Object.values(KIND_NAMES).map((name) => `${name}=`)]);
    expect((await suggest('admin timezone', 'zone', 'berlin')).map(({ value }) => value)).toEqual(['Europe/Berlin']);
    const policy = { ...DEFAULT_POLICY, blocked: ['rival', 'other'] };
    const terms = await suggest('admin blocklist', 'unblock', 'riv', { policy: async () => policy });
    expect(terms).toEqual([{ value: 'rival', label: 'rival' }]);
  });
});

describe('upscale', () => {
  const child = generationOf({ id: 'largerlarger', status: 'queued', cells: [], settings: { count: 1 } });
  it.each<[string, unknown[]]>([
    ['upscale 3', ['upscale', ID, 2, 2, ORIGIN]],
    ['upscale 3 --scale 4 --private', ['upscale', ID, 2, 4, { ...ORIGIN, isPrivate: true }]],
  ])('%s asks for one picture made larger', async (line, call) => {
    const { reply, calls } = await say(line, {
      upscale: async () => ({ generation: child, accepted: acceptedOf(child) }),
    });
    expect(calls.find(([name]) => name === 'upscale')).toEqual(call);
    expect(reply).toMatchObject({ type: 'accepted', card: { generationId: child.id } });
  });

  it('shows what was asked for before', async () => {
    const made = generationOf({ id: 'largerlarger', origin: 'upscale', settings: { count: 1, upscale: 2 } });
    const { reply } = await say('upscale 1', { upscale: async () => ({ generation: made, accepted: null }) });
    expect(words(reply)).toContain('2 ×');
  });

  it('is there only where something may do it', () => {
    const names = (mayUpscale: boolean) =>
      commandsFor({ styles: ['flat'], groups: ['objects'], mayUpscale }).map(({ name }) => name);
    expect(names(true)).toContain('upscale');
    expect(names(false)).not.toContain('upscale');
  });
});

it('what paints is asked for only where there is a choice', () => {
  const modelIn = (painters: readonly string[]) => {
    const imagine = commandsFor({ styles: ['flat'], groups: ['objects'], painters })[0]!;
    return imagine.execute!.options.find(({ name }) => name === 'model');
  };
  expect(modelIn([])).toBeUndefined();
  expect(modelIn(['dreams'])).toMatchObject({ type: 'text', suggest: expect.any(Function) });
});
