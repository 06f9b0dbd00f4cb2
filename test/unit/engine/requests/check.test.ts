import { describe, expect, it } from 'vitest';
import { KaleidoError } from '../../../../src/engine/basics/errors.js';
import type { LatentKind } from '../../../../src/engine/latents/index.js';
import { checkPaintRequest, checkPlanRequest } from '../../../../src/engine/requests/check.js';
import { DEFAULT_RECALL, recallSettings } from '../../../../src/engine/requests/recall-settings.js';
import type { PaintRequest, PlanRequest } from '../../../../src/engine/requests/types.js';
import type { PromptReader } from '../../../../src/engine/words/index.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const PLAN: PlanRequest = { prompt: 'a cat', count: 4, variety: 60, seed: 7 };
const PAINT: PaintRequest = { prompt: 'a cat', cells: [{ latents: {}, logLikelihood: -1, seed: 1 }] };
const CADS = { tau1: 0.6, tau2: 0.9, scale: 0.25, mix: 1 };

function errorOf(run: () => unknown): KaleidoError {
  try {
    run();
  } catch (error) {
    if (error instanceof KaleidoError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('checkPlanRequest', () => {
  it.each<[string, Partial<Record<keyof PlanRequest, unknown>>, string, string]>([
    ['an empty prompt', { prompt: '' }, 'empty_prompt', ''],
    ['a blank prompt', { prompt: ' \n' }, 'empty_prompt', ''],
    ['an endless prompt', { prompt: 'cat '.repeat(2000) }, 'prompt_too_long', ''],
    ['no kinds', { kinds: [] }, 'bad_option', 'kinds'],
    ['no cells', { count: 0 }, 'bad_option', 'count'],
    ['ten cells', { count: 10 }, 'bad_option', 'count'],
    ['half a cell', { count: 1.5 }, 'bad_option', 'count'],
    ['thirteen moods', { moods: new Array(13).fill('happy') }, 'bad_option', 'count'],
    ['a mood that is none', { moods: ['hungry'] }, 'bad_option', 'moods.0'],
    ['negative variety', { variety: -1 }, 'bad_option', 'variety'],
    ['variety above 100', { variety: 101 }, 'bad_option', 'variety'],
    ['variety that is no number', { variety: Number.NaN }, 'bad_option', 'variety'],
    ['a seed beyond 32 bits', { seed: 2 ** 32 }, 'bad_option', 'seed'],
    ['an unknown kind', { kinds: ['depth'] }, 'unknown_kind', ''],
    ['an unknown pinned kind', { pinned: { depth: [] } }, 'unknown_kind', ''],
    [
      'a colour that is none',
      { pinned: { palette: [{ colour: 'red', share: 1 }] } },
      'bad_pin',
      'pinned.palette.0.colour',
    ],
    ['too few tokens', { pinned: { tokens: [1, 2] } }, 'bad_pin', ''],
  ])('refuses %s', (_, change, code, option) => {
    const error = errorOf(() => checkPlanRequest({ ...PLAN, ...change } as PlanRequest, context));
    expect(error.code).toBe(code);
    if (option !== '') expect(error.data).toMatchObject({ option });
  });

  it('says which range an option has', () => {
    expect(errorOf(() => checkPlanRequest({ ...PLAN, count: 12 }, context)).data).toEqual({
      option: 'count',
      why: 'not_whole',
      min: 1,
      max: 9,
    });
  });

  it('has a cell for each mood of a pack, more than of a grid', () => {
    const moods = new Array(12).fill('happy');
    expect(checkPlanRequest({ ...PLAN, count: 4, moods }, context)).toMatchObject({ count: 12, recall: 100 });
  });

  it('wants all kinds of the bundle unless told otherwise', () => {
    expect(checkPlanRequest(PLAN, context).kinds).toEqual(context.manifest.kinds);
  });

  it('puts kinds in canonical order and keeps pinned ones though they were not asked for', () => {
    const kinds: LatentKind[] = ['tokens', 'description'];
    const pinned = { palette: [{ colour: '#ffffff', share: 1 }] };
    expect(checkPlanRequest({ ...PLAN, kinds, pinned }, context).kinds).toEqual(['description', 'palette', 'tokens']);
  });

  it('rounds pinned values to what the bundle can express', () => {
    const pinned = { palette: [{ colour: '#fefefe', share: 0.6 }] };
    expect(checkPlanRequest({ ...PLAN, pinned }, context).pinned).toEqual({
      palette: [{ colour: '#ffffff', share: 0.625 }],
    });
  });

  it('trims the prompt', () => {
    expect(checkPlanRequest({ ...PLAN, prompt: '  a cat ' }, context).prompt).toBe('a cat');
  });
});

describe('checkPaintRequest', () => {
  it('reads each prompt once, however many cells have it', () => {
    const read: string[] = [];
    const reader: PromptReader = {
      read: (prompt, options) => {
        read.push(prompt);
        return context.reader.read(prompt, options);
      },
    };
    const [cell] = PAINT.cells;
    const cells = [cell!, { ...cell!, prompt: 'a dog' }, cell!, { ...cell!, prompt: 'a dog' }];
    checkPaintRequest({ ...PAINT, cells }, { ...context, reader });
    expect(read).toEqual(['a cat', 'a dog']);
  });

  it.each<[string, Partial<Record<keyof PaintRequest, unknown>>, string]>([
    ['an empty prompt', { prompt: '' }, 'empty_prompt'],
    ['no cells', { cells: [] }, 'bad_option'],
    ['thirteen cells', { cells: new Array(13).fill(PAINT.cells[0]) }, 'bad_option'],
    ['an unknown sampler', { sampler: 'euler' }, 'bad_option'],
    ['no steps', { steps: 0 }, 'bad_option'],
    ['too many steps', { steps: 251 }, 'bad_option'],
    ['guidance below 1', { guidance: 0.5 }, 'bad_option'],
    ['guidance above 20', { guidance: 21 }, 'bad_option'],
    ['an interval upside down', { guidanceInterval: [0.8, 0.2] }, 'bad_option'],
    ['CADS times upside down', { cads: { ...CADS, tau1: 0.9, tau2: 0.6 } }, 'bad_option'],
    ['latents that do not parse', { cells: [{ ...PAINT.cells[0], latents: { tokens: 'x' } }] }, 'bad_pin'],
    [
      'latents beyond the bundle',
      { cells: [{ ...PAINT.cells[0], latents: { tokens: new Array(64).fill(60) } }] },
      'bad_pin',
    ],
  ])('refuses %s', (_, change, code) => {
    expect(errorOf(() => checkPaintRequest({ ...PAINT, ...change } as PaintRequest, context)).code).toBe(code);
  });

  it("fills in the bundle's defaults", () => {
    const { cells, previewEvery } = checkPaintRequest(PAINT, context);
    expect(previewEvery).toBe(0);
    for (const { settings } of cells) {
      expect(settings).toMatchObject({ sampler: 'dpm-solver++', steps: 12, guidance: 4, guidanceRule: 'cfg' });
    }
  });

  it('takes from the recall of a cell what the request leaves open', () => {
    const draft = {
      style: 'flat',
      kind: 'single',
      things: [{ thing: 'cat', picture: 'noto:cat', flip: false }],
      recall: DEFAULT_RECALL,
    };
    const cells = [{ ...PAINT.cells[0]!, draft }, PAINT.cells[0]!];
    const { steps, guidance } = recallSettings(DEFAULT_RECALL);
    const open = checkPaintRequest({ ...PAINT, cells }, context).cells;
    expect(open.map(({ settings }) => settings)).toMatchObject([
      { steps, guidance },
      { steps: 12, guidance: 4 },
    ]);
    const said = checkPaintRequest({ ...PAINT, cells, steps: 9, guidance: 2 }, context).cells;
    for (const { settings } of said) expect(settings).toMatchObject({ steps: 9, guidance: 2 });
  });

  it('keeps what the request says', () => {
    const settings = {
      sampler: 'ddim',
      steps: 3,
      guidance: 1,
      guidanceRule: 'apg',
      guidanceInterval: [0.1, 0.9],
      cads: CADS,
    } as const;
    expect(checkPaintRequest({ ...PAINT, ...settings }, context).cells[0]!.settings).toEqual(settings);
  });
});
