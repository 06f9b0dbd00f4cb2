import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Action, Card } from '../../../../src/chat/cards/card.js';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { message } from '../../../../src/chat/replies/reply.js';
import { plainLine, plainLines } from '../../../../src/chat/text/index.js';
import { complete } from '../../../../src/platforms/terminal/completion.js';
import { readLine } from '../../../../src/platforms/terminal/line.js';
import { renderCard, renderMessage, renderProgress } from '../../../../src/platforms/terminal/render.js';
import { actionName, createStyle, linesForPicture, wrap } from '../../../../src/platforms/terminal/window/page.js';
import { savePicture } from '../../../../src/platforms/terminal/window/pictures.js';
import { generationOf } from '../../chat/support/generations.js';
import { commands } from '../../commands/support/commands.js';

const t = createTranslator('en');
const EVIL = '\u001b[31mred\u001b]0;title\u0007 \u009b2J \u202eleft\r\u0008';

const REROLL: Action = { type: 'button', id: 'k1:reroll-all:x', label: 'All', emoji: '🔁', style: 'primary' };
const DELETE: Action = { type: 'button', id: 'k1:delete:x', label: 'Delete', emoji: '🗑️', style: 'danger' };
const PINS: Action = {
  type: 'select',
  id: 'k1:pins:x',
  placeholder: 'Pin what a reroll keeps',
  options: [
    { value: '0', label: 'Picture 1', isChosen: true },
    { value: '.palette', label: 'Palette', emoji: '🎨', isChosen: false },
  ],
  min: 0,
  max: 2,
};
const CARD: Card = {
  generationId: '0123456789ab',
  state: 'done',
  title: 'a cat and a pizza',
  requesterId: 'ada',
  status: 'Done.',
  progress: null,
  cells: [
    {
      number: 1,
      isPinned: true,
      latents: [
        { kind: 'palette', emoji: '🎨', text: 'red 50%', origin: 'sampled', isPinned: false, isChanged: true },
        { kind: 'boxes', emoji: '📦', text: 'cat: left', origin: 'pinned', isPinned: true, isChanged: false },
      ],
    },
  ],
  facts: [{ label: 'Seed', value: '7' }],
  notices: ['Unknown word: zorp.'],
  picture: null,
  isPrivate: false,
  isSpoiler: false,
  actions: [[REROLL, DELETE], [PINS]],
};

describe('text of others', () => {
  it('cannot move the cursor, change colours, set a title or turn the writing', () => {
    expect(plainLines(EVIL)).toBe('[31mred]0;title 2J left\n');
    expect(plainLine('two\n lines\there')).toBe('two lines here');
  });

  it('stays harmless everywhere on a card and in a message', () => {
    const page = { width: 80, height: Number.POSITIVE_INFINITY, style: createStyle(false), t };
    const latent = { ...CARD.cells[0]!.latents[0]!, text: EVIL };
    const card = renderCard(
      {
        ...CARD,
        title: EVIL,
        status: EVIL,
        notices: [EVIL],
        facts: [{ label: EVIL, value: EVIL }],
        cells: [{ number: 1, isPinned: false, latents: [latent] }],
        actions: [
          [
            { ...REROLL, label: EVIL },
            { ...PINS, placeholder: EVIL, options: [{ value: '0', label: EVIL, isChosen: false }] },
          ],
        ],
      },
      page,
    );
    const blocks = (['heading', 'text', 'code'] as const).map((type) => ({ type, text: EVIL }));
    const said = renderMessage(
      message([...blocks, { type: 'list', items: [EVIL] }, { type: 'facts', facts: [{ label: EVIL, value: EVIL }] }]),
      page,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that must not be there.
    for (const text of [card, said]) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('is wrapped at columns, wide characters counted as two', () => {
    const lines = wrap('🐱'.repeat(60), 40, 2).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });
});

describe('a card', () => {
  it('has the prompt, a line for each latent, notices, small print and numbered actions', () => {
    expect(renderCard(CARD, { width: 80, height: Number.POSITIVE_INFINITY, style: createStyle(false), t })).toBe(
      [
        'a cat and a pizza',
        'Done.',
        '1. 📌 🎨 red 50%',
        '   📦 cat: left 📌',
        '! Unknown word: zorp.',
        'Seed 7',
        '[1] 🔁 All  [2] 🗑️ Delete',
        '[3] Pin what a reroll keeps (several: 3=1,2)',
        '   3=1 Picture 1 ✓',
        '   3=2 🎨 Palette',
      ].join('\n'),
    );
  });

  it.each(['en', 'de'].flatMap((locale) => [1, 2, 4, 5, 9].map((count) => ({ locale, count }))))(
    'of $count pictures ($locale) leaves a picture its lines in a window of 24 lines and 80 columns',
    async ({ locale, count }) => {
      const clock = () => new Date('2026-05-04T10:00:00Z');
      const cards = createCardBuilder({
        blobs: { get: async () => null },
        generations: { find: async () => null },
        clock,
      });
      const pins = [{ cell: null, kind: 'palette' as const }];
      const card = await cards.build({ generation: generationOf({ settings: { count } }), pins, locale });
      const notices = Array.from(
        { length: 9 },
        (_, i) => `I do not know “zorp${i}”, so that it is not painted. ${'Nearest: zebra. '.repeat(4)}`,
      );
      const page = { width: 80, height: 24, style: createStyle(false), t: createTranslator(locale) };
      const text = renderCard({ ...card, notices }, page);
      const lines = text.split('\n');
      expect(lines.length).toBeLessThanOrEqual(24 - 2 - 6);
      expect(linesForPicture(renderCard(card, page), page)).toBeGreaterThanOrEqual(10);
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
      // Nothing is lost: every cell, every action, where it came from, and that there is more to know.
      for (let cell = 1; cell <= count; cell++) expect(text).toContain(`${cell}. `);
      card.actions.flat().forEach((action, i) => {
        expect(text).toContain(`[${i + 1}] ${actionName(action)}`);
      });
      expect(text).toContain('🎨📌');
      expect(text).toContain('zorp0');
      expect(text).toContain('0123456789ab');
      expect(text).toContain('`show`');
    },
  );

  it('is whole in a high window', async () => {
    const page = { width: 80, height: 60, style: createStyle(false), t };
    expect(renderCard(CARD, page)).toBe(renderCard(CARD, { ...page, height: Number.POSITIVE_INFINITY }));
  });

  it('is coloured only where that is wanted', () => {
    const coloured = renderCard(CARD, { width: 80, height: Number.POSITIVE_INFINITY, style: createStyle(true), t });
    expect(coloured).toContain('\u001b[1ma cat and a pizza\u001b[22m');
    expect(
      renderCard(CARD, { width: 80, height: Number.POSITIVE_INFINITY, style: createStyle(false), t }),
    ).not.toContain('\u001b');
  });

  it('shows how much is done', () => {
    expect(renderProgress(0)).toBe('░░░░░░░░░░ 0 %');
    expect(renderProgress(0.5)).toBe('█████░░░░░ 50 %');
    expect(renderProgress(1.5)).toBe('██████████ 100 %');
  });
});

describe('a line', () => {
  const actions = [REROLL, DELETE, PINS];
  const press = (action: Action, values: string[] = []) => ({ type: 'press', action, values });

  it.each([
    ['', { type: 'empty' }],
    ['exit', { type: 'exit' }],
    ['/quit', { type: 'exit' }],
    ['1', press(REROLL)],
    ['!2', press(DELETE)],
    ['press 2', press(DELETE)],
    ['press delete', press(DELETE)],
    ['press de', press(DELETE)],
    ['!all', press(REROLL)],
    ['3=1,2', press(PINS, ['0', '.palette'])],
    ['press 3 = 2 2', press(PINS, ['.palette'])],
    ['3=', press(PINS, [])],
    ['3', { type: 'menu', menu: PINS, number: 3 }],
    ['3=5', { type: 'wrong-press', pressed: '3=5' }],
    ['1=1', { type: 'wrong-press', pressed: '1=1' }],
    ['9', { type: 'wrong-press', pressed: '9' }],
    ['press nothing', { type: 'wrong-press', pressed: 'press nothing' }],
    ['+🔁', { type: 'react', emoji: '🔁', isAdded: true, id: null }],
    ['- 🎨 #0123456789AB', { type: 'react', emoji: '🎨', isAdded: false, id: '0123456789ab' }],
    ['+2️⃣', { type: 'react', emoji: '2️⃣', isAdded: true, id: null }],
    ['+🗑', { type: 'react', emoji: '🗑', isAdded: true, id: null }],
    ['7 cats', { type: 'command', text: '7 cats' }],
    ['+ a cat', { type: 'command', text: '+ a cat' }],
    ['a cat', { type: 'command', text: 'a cat' }],
  ])('%s', (text, expected) => {
    expect(readLine(text, actions)).toEqual(expected);
  });
});

describe('completion', () => {
  const suggest = async (path: string, option: string, partial: string) => [
    { value: `${path}/${option}/${partial}` },
    { value: `${partial}two words` },
  ];
  const of = async (line: string) => (await complete(commands, line, suggest))[0];

  it.each([
    ['hi', ['history ']],
    ['/hi', ['/history ']],
    ['ex', ['exit ']],
    ['quota s', ['show ', 'set ']],
    ['imagine a cat --va', ['--variety ']],
    ['a cat --se', ['--seed ']],
    ['quota set --in', ['--in-flight ']],
    ['imagine a cat --sampler dd', ['ddpm ', 'ddim ']],
    ['nothing at all', []],
  ])('%s', async (line, expected) => {
    expect(await of(line)).toEqual(expected);
  });

  it('asks for suggestions of the option that is being typed', async () => {
    const asked: string[] = [];
    await complete(commands, 'show 01', async (...question) => {
      asked.push(question.join(' '));
      return [];
    });
    expect(asked).toEqual(['show id 01']);
  });
});

it('writes pictures under names that stay in their folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-pictures-'));
  try {
    const path = await savePicture(join(folder, 'new'), {
      file: Buffer.from('png'),
      name: '../../a b.png',
      altText: '',
    });
    expect(dirname(path)).toBe(join(folder, 'new'));
    expect(await readFile(path, 'utf8')).toBe('png');
  } finally {
    await rm(folder, { recursive: true });
  }
});
