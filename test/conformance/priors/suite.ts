import { beforeAll, expect, it } from 'vitest';
import { latentDiff } from '../../../src/core/contents/diff.js';
import type { CellTask, Generation } from '../../../src/core/types.js';
import { decodeLatentCode, encodeLatentCode } from '../../../src/engine/codes/latent-code.js';
import type { LatentContext } from '../../../src/engine/context/context.js';
import type { LatentKind, Latents } from '../../../src/engine/latents/kinds.js';
import { latentTexts, leftByEdit, pickKinds, presentKinds } from '../../../src/engine/latents/latents.js';
import { visualTokenizerOf } from '../../../src/engine/manifest/manifest.js';
import { checkPaintRequest } from '../../../src/engine/requests/check.js';
import type { CellPlan, Engine, Plan, PlanRequest } from '../../../src/engine/requests/types.js';
import { planCells } from '../../../src/worker/plan-cells.js';
import { generationLike } from '../../unit/core/support/examples.js';

/** A prior in the place that plans come from. */
export interface PriorAtWork {
  context: LatentContext;
  planner: Pick<Engine, 'plan'>;
  /** Something that it plans. */
  prompt: string;
  /** What more its requests say. */
  settings?: Pick<PlanRequest, 'recall' | 'isForAnyWords'>;
  /** What its plans have. */
  kinds: readonly LatentKind[];
  /** How often somebody was asked over HTTP. */
  asked?: () => number;
}

const NEVER = new AbortController().signal;
const PALETTE = [{ colour: '#2e6fdd', share: 1 }];
const BOXES = [{ label: 'cat', x0: 0.25, y0: 0.25, x1: 0.75, y1: 0.75 }];
const PINS: Latents = { description: 'a cat', boxes: BOXES, palette: PALETTE };

/** What every prior must do. */
export function priorConformance(open: () => Promise<PriorAtWork>): void {
  let work: PriorAtWork;
  let plan: Plan;
  let cells: CellPlan[];
  const asked = (change: Partial<PlanRequest> = {}): PlanRequest => ({
    prompt: work.prompt,
    count: 3,
    variety: 60,
    seed: 7,
    ...work.settings,
    ...change,
  });
  const planned = (change?: Partial<PlanRequest>) => work.planner.plan(asked(change));
  const latentsOf = (of: Plan) => of.cells.map(({ latents }) => latents);
  /** Latents as the bundle has them. */
  const asKept = (latents: Latents) =>
    checkPaintRequest({ prompt: 'a', cells: [{ latents, logLikelihood: 0, seed: 1 }] }, work.context).cells[0]!.latents;

  function generationOf(tasks: CellTask[], change: Partial<Generation> = {}): Generation {
    const settings = {
      count: tasks.length,
      variety: 60,
      seed: 7,
      showLatents: false,
      isPrivate: false,
      isSpoiler: false,
    };
    const { recall, isForAnyWords } = work.settings ?? {};
    return generationLike({
      prompt: work.prompt,
      settings: {
        ...settings,
        ...(recall === undefined ? {} : { recall }),
        ...(isForAnyWords ? { painter: 'x' } : {}),
      },
      tasks,
      ...change,
    });
  }

  beforeAll(async () => {
    work = await open();
    plan = await planned();
    ({ cells } = plan);
  });

  it('plans as many as are wanted, with all that it plans, none twice, as the bundle has such', () => {
    expect(cells).toHaveLength(3);
    for (const { latents } of cells) {
      expect(presentKinds(latents)).toEqual(work.kinds);
      expect(asKept(latents)).toEqual(latents);
    }
    expect(new Set(cells.map(({ latents }) => JSON.stringify(latents))).size).toBe(3);
    expect(new Set(cells.map(({ seed }) => seed)).size).toBe(3);
    expect(plan.candidates).toBeGreaterThanOrEqual(3);
    for (const { logLikelihood } of cells) expect(logLikelihood).toBeLessThanOrEqual(0);
  });

  it('plans the same for the same request, and something else for another seed', async () => {
    expect(await planned()).toEqual(plan);
    expect(latentsOf(await planned({ seed: 8 }))).not.toEqual(latentsOf(plan));
  });

  it('plans one picture without variety, and different ones with much', async () => {
    const [one, ...others] = latentsOf(await planned({ variety: 0 }));
    for (const other of others) expect(other).toEqual(one);
    expect((await planned({ variety: 100 })).vendi).toBeGreaterThan((await planned({ variety: 0 })).vendi);
  });

  it.each(Object.keys(PINS) as LatentKind[])('keeps a pinned %s in every plan', async (kind) => {
    const pinned = asKept(pickKinds(PINS, [kind]));
    const all = latentsOf(await planned({ pinned }));
    for (const latents of all) expect(latents).toMatchObject(pinned);
    for (const latents of all) expect(presentKinds(latents)).toEqual(work.kinds);
  });

  it('plans the kinds that are asked for, and no others', async () => {
    const [latents] = latentsOf(await planned({ kinds: ['palette'] }));
    expect(presentKinds(latents!)).toEqual(['palette']);
  });

  it('plans again what a code says, and asks nobody', async () => {
    const before = work.asked?.();
    const visualTokenizer = visualTokenizerOf(work.context.manifest);
    for (const { latents, draft } of cells) {
      const code = decodeLatentCode(encodeLatentCode(latents, visualTokenizer, draft));
      const again = await planned({ count: 1, pinned: code.latents, ...(code.draft ? { draft: code.draft } : {}) });
      expect(latentsOf(again)).toEqual([latents]);
    }
    expect(work.asked?.()).toBe(before);
  });

  it('plans anew what follows from an edit, and leaves the rest', async () => {
    const [cell] = cells;
    const left = leftByEdit('boxes');
    const pinned = asKept({ ...pickKinds(cell!.latents, left), boxes: BOXES });
    const draft = cell!.draft === undefined ? {} : { draft: cell!.draft };
    const [edited] = latentsOf(await planned({ count: 1, pinned, ...draft }));
    expect(edited).toMatchObject(pinned);
    expect(presentKinds(edited!)).toEqual(work.kinds);
  });

  it('makes one plan of parts of several', async () => {
    const [first, second] = cells;
    const pinned = { description: first!.latents.description!, palette: second!.latents.palette! };
    const [spliced] = latentsOf(await planned({ count: 1, pinned }));
    expect(spliced).toMatchObject(pinned);
  });

  it('plans again whatever says something blocked', async () => {
    const sample: CellTask = { mode: 'sample', given: {}, origins: {} };
    const free = generationOf([sample, sample, sample]);
    const texts = (await planCells(work.planner, work.context, free, {}, NEVER)).cells.map(wordsOf);
    const term = [...texts[0]!].find((word) => word.length > 3 && texts.some((words) => !words.has(word)));
    const moderated = await planCells(work.planner, work.context, { ...free, blocklist: [term!] }, {}, NEVER);
    for (const cell of moderated.cells) expect([...wordsOf(cell)]).not.toContain(term);
    expect(moderated.cells.flatMap(({ resampled }) => resampled)).toContainEqual(
      expect.objectContaining({ rule: term }),
    );
  });

  it('says what of a grid changed in the next', async () => {
    const sample: CellTask = { mode: 'sample', given: {}, origins: {} };
    const parent = generationOf([sample, sample]);
    parent.cells = (await planCells(work.planner, work.context, parent, {}, NEVER)).cells;
    const given = { palette: parent.cells[0]!.latents.palette! };
    const task: CellTask = { mode: 'sample', given, origins: { palette: 'pinned' } };
    const child = generationOf([task], { origin: 'reroll', settings: { ...parent.settings, seed: 8 } });
    const { cells: made } = await planCells(work.planner, work.context, child, {}, NEVER);
    expect(made[0]!.origins).toMatchObject({ palette: 'pinned', description: 'sampled' });
    const [changed] = latentDiff({ ...child, cells: made }, parent);
    expect(changed).not.toContain('palette');
    expect(changed!.length).toBeGreaterThan(0);
  });

  it('stops when it is told, and plans on afterwards', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(work.planner.plan(asked({ seed: 9 }), stop.signal)).rejects.toThrow('enough');
    expect(await planned()).toEqual(plan);
  });

  it('refuses what cannot be planned', async () => {
    await expect(planned({ count: 0 })).rejects.toMatchObject({ code: 'bad_option' });
    await expect(planned({ pinned: { palette: [] } })).rejects.toMatchObject({ code: 'bad_pin' });
  });
}

function wordsOf({ latents }: { latents: Latents }): Set<string> {
  return new Set(latentTexts(latents).flatMap(({ text }) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []));
}
