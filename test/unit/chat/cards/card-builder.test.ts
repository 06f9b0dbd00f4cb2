import { describe, expect, it } from 'vitest';
import { parseActionId } from '../../../../src/chat/cards/action-id.js';
import type { Card, SelectAction } from '../../../../src/chat/cards/card.js';
import { type CardBuilderOptions, type CardInput, createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import { LANGUAGES } from '../../../../src/chat/i18n/locales.js';
import { GENERATION_STATUSES } from '../../../../src/core/names/stored-names.js';
import type { PromptNotice } from '../../../../src/core/prompts/prompt-notices.js';
import type {
  Cell,
  Generation,
  GenerationSettings,
  GenerationStatus,
  Pin,
  Progress,
} from '../../../../src/core/types.js';
import { LATENT_KINDS, presentKinds } from '../../../../src/engine/latents/index.js';
import { cellAt, everyKind, generationOf, ID } from '../support/generations.js';
import { expectActionsToFit } from '../support/limits.js';

const GRID = Buffer.from('grid');
const PREVIEW = Buffer.from('preview');
const blobs = new Map([
  ['grids/one.png', GRID],
  ['previews/one.png', PREVIEW],
]);
const everyPin: Pin[] = [{ cell: 0, kind: null }, ...LATENT_KINDS.map((kind): Pin => ({ cell: 0, kind }))];

function build(
  generation: Generation,
  input: Partial<CardInput> = {},
  parent: Generation | null = null,
  options: Partial<CardBuilderOptions> = {},
): Promise<Card> {
  const builder = createCardBuilder({
    blobs: { get: async (key) => blobs.get(key) ?? null },
    generations: { find: async (id) => (parent?.id === id ? parent : null) },
    clock: () => new Date('2026-01-01T12:00:00Z'),
    ...options,
  });
  return builder.build({ generation, pins: [], locale: 'en', ...input });
}

/** Verb and arguments of each action, row by row. */
function verbs({ actions }: Card): string[][] {
  return actions.map((row) =>
    row.map(({ id }) => {
      const target = parseActionId(id);
      return [target?.verb, ...(target?.args ?? [])].join(' ');
    }),
  );
}

function select(card: Card, verb: string): SelectAction {
  const found = card.actions.flat().find(({ id, type }) => type === 'select' && parseActionId(id)?.verb === verb);
  if (found?.type !== 'select') throw new Error(`The card has no menu ${verb}.`);
  return found;
}

it('a picture made larger is had in full by a button, and says by how much; it is made no larger yet', async () => {
  const larger = generationOf({ origin: 'upscale', settings: { count: 1, upscale: 2, painter: 'dreams' } });
  const card = await build(larger);
  expect(verbs(card)[0]).toEqual(['deliver 0', 'delete']);
  const labels = card.facts.map(({ label }) => label);
  expect(labels).toContain('Upscaled');
  expect(labels).not.toContain('Seed');
  const running = await build({ ...larger, status: 'painting' });
  expect(running.status).toBe('Makes the picture larger …');
});

describe('a card in every state, size and language', () => {
  const cases = GENERATION_STATUSES.flatMap((status) => LANGUAGES.map((locale) => [status, locale] as const));
  it.each(cases)('%s (%s) keeps within what the platforms take', async (status, locale) => {
    for (let count = 1; count <= 9; count++) {
      for (const pins of [[], everyPin]) {
        const isPlain = status === 'queued' || status === 'planning';
        const generation = generationOf({
          status,
          prompt: 'a very long prompt '.repeat(200),
          settings: { count },
          ...(isPlain && { cells: [], vendi: null, candidates: null, gridKey: null }),
        });
        const card = await build(generation, { locale, pins });
        expectActionsToFit(card.actions);
        expect(card.cells).toHaveLength(isPlain || status === 'deleted' ? 0 : count);
        // Discord's limit for the description of an embed is 4,096; marks and escapes come on top.
        const texts = card.cells.flatMap(({ latents }) => latents.map(({ text }) => text));
        expect(texts.join('').length).toBeLessThan(2600);
        expect(card.picture?.altText.length ?? 0).toBeLessThanOrEqual(1024);
      }
    }
  });
});

describe('what can be done', () => {
  it('with a grid of four', async () => {
    expect(verbs(await build(generationOf()))).toEqual([
      ['reroll 0', 'reroll 1', 'reroll 2', 'reroll 3', 'reroll-all'],
      ['variations 0', 'variations 1', 'variations 2', 'variations 3'],
      ['pins'],
      ['cell'],
      ['latents', 'splice', 'delete'],
    ]);
  });

  it('with a grid of nine', async () => {
    expect(verbs(await build(generationOf({ settings: { count: 9 } })))).toEqual([
      ['reroll 0', 'reroll 1', 'reroll 2', 'reroll 3', 'reroll 4'],
      ['reroll 5', 'reroll 6', 'reroll 7', 'reroll 8', 'reroll-all'],
      ['pins'],
      ['cell'],
      ['latents', 'splice', 'delete'],
    ]);
  });

  it('with a single picture: nothing that needs two', async () => {
    const generation = generationOf({ settings: { count: 1 } });
    const card = await build(generation);
    expect(verbs(card)).toEqual([['reroll-all'], ['variations 0'], ['pins'], ['cell'], ['latents', 'delete']]);
    expect(select(card, 'pins').options.map(({ value }) => value)).toEqual(
      presentKinds(generation.cells[0]!.latents).map((kind) => `.${kind}`),
    );
  });

  it.each<[GenerationStatus, string[][]]>([
    ['queued', [['cancel']]],
    ['painting', [['cancel']]],
    ['planned', [['paint'], ['paint all', 'latents', 'delete']]],
    ['failed', [['retry', 'delete']]],
    ['cancelled', [['retry', 'delete']]],
    ['deleted', []],
  ])('when it is %s', async (status, expected) => {
    expect(verbs(await build(generationOf({ status })))).toEqual(expected);
  });

  it('with a pack: adding it where there is a server, else a file, and menus of its moods', async () => {
    const settings: Partial<GenerationSettings> = { count: 3, moods: ['happy', 'crying', 'angry'] };
    const card = await build(generationOf({ settings }));
    expect(verbs(card)).toEqual([
      ['pack-add', 'pack-zip', 'reroll-all', 'delete'],
      ['pack-add some'],
      ['pack-stickers some'],
      ['pack-redo some'],
      ['cell'],
    ]);
    expect(select(card, 'pack-stickers').options.map(({ label }) => label)).toEqual([
      '1: happy',
      '2: crying',
      '3: angry',
    ]);
    expectActionsToFit(card.actions);
    expect(verbs(await build(generationOf({ settings, spaceId: null })))).toEqual([
      ['pack-zip', 'reroll-all', 'delete'],
      ['pack-zip some'],
      ['pack-redo some'],
      ['cell'],
    ]);
  });

  it('while it stops: nothing', async () => {
    const card = await build(generationOf({ status: 'painting', cancelRequestedAt: new Date() }));
    expect(card.actions).toEqual([]);
    expect(card.status).toBe('Stopping …');
  });

  it('shows in the menu what is pinned, and lists pins of one kind of one picture', async () => {
    const pins: Pin[] = [
      { cell: 1, kind: null },
      { cell: null, kind: 'palette' },
      { cell: 2, kind: 'boxes' },
    ];
    const card = await build(generationOf(), { pins });
    const chosen = select(card, 'pins').options.filter(({ isChosen }) => isChosen);
    expect(chosen.map(({ value, label }) => [value, label])).toEqual([
      ['1', 'Picture 2 stays as it is'],
      ['.palette', 'Palette: each picture keeps its own'],
      ['2.boxes', 'Boxes of picture 3 for all'],
    ]);
    expect(card.cells.map(({ isPinned }) => isPinned)).toEqual([false, true, false, false]);
    const boxes = card.cells.map(({ latents }) => latents.find(({ kind }) => kind === 'boxes')?.isPinned);
    expect(boxes).toEqual([false, false, true, false]);
    const palettes = card.cells.map(({ latents }) => latents.find(({ kind }) => kind === 'palette')?.isPinned);
    expect(palettes).toEqual([true, true, true, true]);
  });
});

describe('what is going on', () => {
  const progress: Progress = {
    generationId: ID,
    attempt: 1,
    phase: 'painting',
    step: 6,
    steps: 12,
    previewKey: 'previews/one.png',
  };

  it('waiting: how many go first and how long it takes', async () => {
    const queued = generationOf({ status: 'queued', cells: [], gridKey: null });
    const aside = await build(generationOf({ status: 'queued', waits: 1, gridKey: null }), {});
    expect(aside.status).toMatch(/^The engine that paints is away/);
    const card = await build(queued, { position: { ahead: 3, etaSeconds: 42 } });
    expect(card.status).toBe('Waiting: 3 requests go first; ready in about 45 seconds.');
    expect(card.progress).toBeNull();
    expect(card.picture).toBeNull();
    expect((await build(queued, { position: { ahead: 0, etaSeconds: null } })).status).toBe('Next in line.');
  });

  it('painting: the step, a bar that only grows, and the preview', async () => {
    const card = await build(generationOf({ status: 'painting', gridKey: null }), { progress });
    expect(card.status).toBe('Painting 4 pictures: step 6 of 12 …');
    expect(card.picture).toMatchObject({ file: PREVIEW, altText: 'An unfinished preview for “a cat and a pizza”.' });

    const painting = generationOf({ status: 'painting' });
    const bars: (number | null)[] = [];
    for (const phase of ['planning', 'painting'] as const) {
      for (const step of [0, 1, 5, 12]) {
        bars.push((await build(painting, { progress: { ...progress, phase, step } })).progress);
      }
    }
    expect(bars).toEqual([...bars].sort((a, b) => Number(a) - Number(b)));
    expect([bars[0], bars.at(-1)]).toEqual([0, 1]);
    const broken = await build(painting, { progress: { ...progress, step: 99, steps: 0 } });
    expect(broken.progress).toBeGreaterThanOrEqual(0);
    expect(broken.progress).toBeLessThanOrEqual(1);
  });

  it('painting again after a worker died: says so until it is done', async () => {
    const notices = async (change: Partial<Generation>, locale = 'en') =>
      (await build(generationOf({ attempt: 2, ...change }), { progress: { ...progress, attempt: 2 }, locale })).notices;
    for (const status of ['planning', 'painting'] as const) {
      expect(await notices({ status })).toEqual(['Begun again after an interruption.']);
      expect(await notices({ status }, 'de')).toEqual(['Nach einer Unterbrechung neu begonnen.']);
      expect(await notices({ status, attempt: 1 })).toEqual([]);
      expect(await notices({ status, waits: 1 })).toEqual([]);
    }
    for (const status of ['done', 'failed', 'cancelled'] as const) expect(await notices({ status })).toEqual([]);
  });

  it('painted by another model than its parent: says so', async () => {
    const { settings } = generationOf();
    const notices = async (change: Partial<Generation['settings']>) =>
      (await build(generationOf({ settings: { ...settings, ...change } }), {})).notices;
    expect(await notices({ insteadOf: 'dreams' })).toContain(
      'Painted with kaleido: dreams is no longer among the models here.',
    );
    expect(await notices({ painter: 'dreams' })).toEqual(await notices({}));
  });

  it('painting while the previews cannot be read: the card all the same', async () => {
    const away = { blobs: { get: () => Promise.reject(new Error('EIO')) } };
    const card = await build(generationOf({ status: 'painting' }), { progress }, null, away);
    expect(card).toMatchObject({ status: 'Painting 4 pictures: step 6 of 12 …', picture: null });
    await expect(build(generationOf(), {}, null, away)).rejects.toThrow('EIO');
  });

  it('done: nothing to say besides the picture, which is described', async () => {
    const card = await build(generationOf({ settings: { count: 2 } }));
    expect(card).toMatchObject({ state: 'done', status: null, progress: null, title: 'a cat and a pizza' });
    expect(card.picture).toMatchObject({ file: GRID, name: `kaleido-${ID}.png` });
    expect(card.picture?.altText).toContain(
      'A grid of 2 pictures for “a cat and a pizza”. 1: picture 1, a rather long',
    );
  });

  it('done with its picture lost: a card all the same', async () => {
    expect((await build(generationOf({ gridKey: 'grids/lost.png' }))).picture).toBeNull();
  });

  it('failed: why, in words, and that it cost nothing', async () => {
    const blocked = { code: 'blocked_term', message: 'raw', data: { term: 'gore', where: 'prompt' } };
    const card = await build(generationOf({ status: 'failed', failure: blocked }));
    expect(card.status).toContain('“gore” is blocked here');
    expect(card.status).toContain('Nothing was charged.');
    const own = { code: 'some_code', message: 'The moon was full.', data: {} };
    expect((await build(generationOf({ status: 'failed', failure: own }))).status).toContain('The moon was full.');
    const host = { code: 'bundle_corrupt', message: 'sha256 of /srv/models/x is wrong', data: {} };
    expect((await build(generationOf({ status: 'failed', failure: host }))).status).not.toContain('/srv');
    expect((await build(generationOf({ status: 'failed' }))).status).toContain('Something went wrong');
  });

  it('in the language of the requester', async () => {
    const card = await build(generationOf({ status: 'cancelled' }), { locale: 'de-AT' });
    expect(card.status).toMatch(/^Abgebrochen, .* Berechnet wurde nichts\./);
  });
});

describe('facts and notices', () => {
  it('has all that it takes to make it again', async () => {
    const settings = { guidance: 4.5, steps: 12, sampler: 'ddim' as const };
    const { facts } = await build(generationOf({ origin: 'reroll', parentId: 'parent', settings }));
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Seed: 4294967295',
      'Variety: 60',
      'Guidance: 4.5',
      'Steps: 12',
      'Sampler: ddim',
      'Diversity: 2.37 of 4',
      'Made by: reroll',
      'From: parent',
      `Id: ${ID}`,
    ]);
  });

  it('leaves out what nobody asked for, and the diversity of one', async () => {
    const { facts } = await build(generationOf({ settings: { count: 1 } }));
    expect(facts.map(({ label }) => label)).toEqual(['Seed', 'Variety', 'Id']);
  });

  it('names the rule by which a latent was sampled again', async () => {
    const cells = [{ ...cellAt(0), resampled: [{ kind: 'description' as const, rule: 'gore' }] }];
    const card = await build(generationOf({ cells }));
    expect(card.notices).toEqual([
      'Description of picture 1 was sampled again: it said a word that the built-in list blocks.',
    ]);
  });

  const read: PromptNotice[] = [
    { type: 'read-as', said: 'terrier', name: 'dog' },
    { type: 'removed', said: 'wings' },
    { type: 'unknown', said: 'florp', nearest: ['frog', 'flower'] },
    { type: 'unknown', said: 'xyzzy', nearest: [] },
    { type: 'left-out', said: 'hello', why: 'text' },
    { type: 'left-out', said: 'a tenth fox', why: 'too-many' },
    { type: 'cut', said: 'and a house' },
  ];

  it('says how the prompt was read', async () => {
    expect((await build(generationOf(), {}, null, { promptNotices: () => read })).notices).toEqual([
      '“terrier” is read as “dog”.',
      'Kept out, as you said: “wings”.',
      'I do not know “florp”, so it is not in the pictures; the nearest that I know: “frog”, “flower”.',
      'I do not know “xyzzy”, so it is not in the pictures.',
      '“hello” is not in the pictures: I cannot write letters, digits or words.',
      '“a tenth fox” is not in the pictures: there is no room for so many things.',
      'The prompt is too long for the model, which does not see: and a house',
    ]);
    const german = (await build(generationOf(), { locale: 'de' }, null, { promptNotices: () => read })).notices;
    expect(german).toHaveLength(read.length);
    expect(german[3]).toBe('„xyzzy“ kenne ich nicht, also fehlt es in den Bildern.');
    expect(german.join()).not.toMatch(/[{}“”]{2}| the /);
  });

  it('says once of each thing in which pictures it is centred in its box', async () => {
    const centredOf = ({ index }: Pick<Cell, 'index'>) =>
      index === 0 ? [] : index === 2 ? ['banana', 'cat'] : ['banana'];
    expect((await build(generationOf(), {}, null, { centredOf })).notices).toEqual([
      '“banana” would be stretched too far in its box, so it is in the middle of it instead (pictures 2, 3, 4).',
      '“cat” would be stretched too far in its box, so it is in the middle of it instead (picture 3).',
    ]);
    const german = (await build(generationOf(), { locale: 'de' }, null, { centredOf })).notices;
    expect(german[1]).toBe('„cat“ würde in der Box zu stark verzerrt, steht also in ihrer Mitte (Bild 3).');
  });

  it('says that memory has nothing new left', async () => {
    expect((await build(generationOf({ isExhausted: true }))).notices.join()).toContain('All that I remember');
    expect((await build(generationOf())).notices).toEqual([]);
  });

  it('says which pictures their painter refused, why, and that they cost nothing', async () => {
    const cells = [0, 1, 2].map((index) => cellAt(index));
    const refused = [
      cells[0]!,
      { ...cells[1]!, refused: 'unsafe' as const },
      { ...cells[2]!, refused: 'unsafe' as const },
    ];
    expect((await build(generationOf({ cells: refused }))).notices).toEqual([
      'Pictures 2, 3 are not painted, and not charged: the engine’s checker took what came out for something indecent. Reroll them, or say it another way.',
    ]);
    const one = await build(generationOf({ cells: [{ ...cells[0]!, refused: 'black' }] }), { locale: 'de' });
    expect(one.notices.join()).toContain('Bild 1 ist nicht gemalt und nicht berechnet: Es kam schwarz zurück');
  });

  it('says that templates stand in for a language model, and why', async () => {
    expect((await build(generationOf({ standIn: 'away' }))).notices).toEqual([
      'The language model does not answer, so I planned this by simple rules. A reroll asks it again.',
    ]);
    const german = await build(generationOf({ standIn: 'few' }), { locale: 'de' });
    expect(german.notices.join()).toContain('hatte zu wenige Pläne dafür; den Rest habe ich');
  });

  it('tells once, from the start, what of another model’s latents could not be kept', async () => {
    const lost = [
      { kind: 'tokens' as const, how: 'dropped' as const },
      { kind: 'boxes' as const, how: 'shortened' as const },
    ];
    const told = [
      'Texture from another model cannot be used with this one, so this part is chosen anew; the rest is kept.',
      'Boxes from another model: not all of that fits into this one, so a part is left out.',
    ];
    const task = { mode: 'sample' as const, given: {}, origins: {}, lost };
    const queued = generationOf({ status: 'queued', cells: [], tasks: [{ mode: 'keep', from: 0 }, task, task] });
    expect((await build(queued)).notices).toEqual(told);
    const cells = [cellAt(0), { ...cellAt(1), lost }, { ...cellAt(2), lost }];
    expect((await build(generationOf({ cells }))).notices).toEqual(told);
    expect((await build(generationOf())).notices).toEqual([]);
  });

  it('passes on that it is private or behind a spoiler', async () => {
    expect(await build(generationOf())).toMatchObject({ isPrivate: false, isSpoiler: false });
    const settings = { isPrivate: true, isSpoiler: true };
    expect(await build(generationOf({ settings }))).toMatchObject({ isPrivate: true, isSpoiler: true });
  });

  it('says nothing of what is deleted', async () => {
    const card = await build(generationOf({ status: 'deleted' }), {}, null, { promptNotices: () => read });
    expect(card).toMatchObject({ cells: [], facts: [], notices: [], picture: null, status: 'Deleted.' });
  });
});

describe('lines of latents', () => {
  it('tell every kind in words, in one line, with emoji and origin', async () => {
    const [cell] = (await build(generationOf({ cells: [cellAt(0)] }))).cells;
    expect(cell?.latents.map(({ kind, emoji }) => `${emoji} ${kind}`)).toEqual([
      '📝 description',
      '📦 boxes',
      '🫧 blobs',
      '🎨 palette',
      '🧩 tokens',
    ]);
    expect(cell?.latents.find(({ kind }) => kind === 'palette')?.text).toBe('red 50% · blue 38% · white 13%');
    for (const { text, origin } of cell?.latents ?? []) {
      expect(text).not.toMatch(/\n/);
      expect(origin).toBe('sampled');
    }
  });

  it('mark what differs from the parent, and only that', async () => {
    const parent = generationOf({ id: 'parent' });
    const changed = cellAt(1, { ...everyKind(1), palette: [{ colour: '#ffffff', share: 1 }] });
    const cells = [cellAt(0), changed, cellAt(2), cellAt(3)];
    const child = generationOf({ origin: 'reroll_cell', parentId: 'parent', cells });
    const card = await build(child, {}, parent);
    const marks = card.cells.map(({ latents }) => latents.filter(({ isChanged }) => isChanged).map(({ kind }) => kind));
    expect(marks).toEqual([[], ['palette'], [], []]);
    const orphan = await build(child, {}, null);
    expect(orphan.cells.flatMap(({ latents }) => latents).some(({ isChanged }) => isChanged)).toBe(false);
  });
});
