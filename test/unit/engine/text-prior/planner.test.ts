import { beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../../../src/app/base/model.js';
import { EngineError } from '../../../../src/engine/basics/engine-error.js';
import type { LatentContext } from '../../../../src/engine/context/context.js';
import type { PlanRequest } from '../../../../src/engine/requests/types.js';
import { createPlanner, type PlannerParts } from '../../../../src/engine/text-prior/planner.js';
import type { Proposal, ProposalRequest, TextPrior } from '../../../../src/engine/text-prior/text-prior.js';

let context: LatentContext;
beforeAll(async () => {
  ({ context } = await loadModel('test/fixtures/bundle-tiny'));
});

const OWN = new Error('planned by our own prior');
const ASKED: PlanRequest = { prompt: 'a florpity', count: 2, variety: 60, seed: 7, isForAnyWords: true };

function plan(change: Partial<PlanRequest> = {}, parts: Partial<PlannerParts> = {}) {
  const engine = { plan: () => Promise.reject(OWN) };
  return createPlanner({ context, engine, ...parts }).plan({ ...ASKED, ...change });
}

function priorOf(answer: (request: ProposalRequest) => Promise<readonly Proposal[]>) {
  const asked: ProposalRequest[] = [];
  const prior: TextPrior = {
    usualCount: 4,
    propose(request) {
      asked.push(request);
      return answer(request);
    },
  };
  return { prior, asked };
}

const proposal = (description: string, style?: string): Proposal => ({
  latents: { description },
  probability: 1,
  ...(style === undefined ? {} : { style }),
});

describe('who plans', () => {
  it.each([
    ['what memory knows nothing of', 'a florpity', 'unknown', true],
    ['what it knows', 'a cat', 'unknown', false],
    ['what it knows a part of', 'a cat and a florpity', 'unknown', false],
    ['what it knows a part of, where that is to be', 'a cat and a florpity', 'partly', true],
    ['what it knows, where only the rest is to be', 'a cat', 'partly', false],
    ['what it knows, where all is to be', 'a cat', 'all', true],
  ] as const)('%s', async (_, prompt, plannedInWords, isInWords) => {
    const planning = plan({ prompt }, { plannedInWords });
    if (isInWords) expect((await planning).cells).toHaveLength(2);
    else await expect(planning).rejects.toBe(OWN);
  });

  it('is our own prior for what Kaleido paints itself, goes on from a draft or is a pack', async () => {
    const draft = { style: 'flat', kind: 'single', things: [], recall: 60 } satisfies PlanRequest['draft'];
    await expect(plan({ isForAnyWords: false })).rejects.toBe(OWN);
    await expect(plan({ draft }, { plannedInWords: 'all' })).rejects.toBe(OWN);
    await expect(plan({ moods: ['happy'] }, { plannedInWords: 'all' })).rejects.toBe(OWN);
  });
});

describe('what a text prior is asked', () => {
  it('is the prompt without what is not wanted, with style and colours that it names, and what is open', async () => {
    const { prior, asked } = priorOf(async () => [proposal('one'), proposal('two')]);
    const pinned = { boxes: [{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }] };
    await plan({ prompt: 'a green florpity in watercolor', pinned }, { prior });
    expect(asked).toEqual([
      expect.objectContaining({
        prompt: 'a green florpity in watercolor',
        given: pinned,
        open: ['description', 'palette'],
        style: 'watercolor',
        colours: [context.manifest.tables.colours.green![0]],
        count: 4,
        seed: 7,
      }),
    ]);
  });
});

describe('what it proposes', () => {
  it('has its style at the end, is cut to the room that there is, and otherwise left out', async () => {
    const long = Array.from({ length: 80 }, () => 'cat').join(' ');
    const label = { x0: 0, y0: 0, x1: 1, y1: 1, label: 'cat' };
    const latents = { description: long, boxes: [{ ...label, x1: 0 }], palette: [{ colour: '#ff0000', share: 1 }] };
    const { prior } = priorOf(async () => [{ latents, style: 'flat', probability: 1 }, proposal('two')]);
    const { cells } = await plan({}, { prior });
    const [cut] = cells.map((cell) => cell.latents).filter(({ palette }) => palette !== undefined);
    expect(cut!.description).toMatch(/^cat cat .* , flat$/);
    expect(cut!.boxes).toBeUndefined();
  });

  it('is chosen by how likely it is, where plans differ as much', async () => {
    const { prior } = priorOf(async () => [proposal('cat'), { ...proposal('pizza'), probability: 1000 }]);
    const { cells } = await plan({ count: 1 }, { prior });
    expect(cells[0]!.latents.description).toBe('pizza');
  });
});

describe('templates stand in', () => {
  it.each([
    [new EngineError('prior_away', { host: 'h', detail: 'd' }), 'away'],
    [new EngineError('prior_invalid', { why: 'login', host: 'h' }), 'unusable'],
  ] as const)('for a text prior that throws %s', async (error, standIn) => {
    const told: unknown[] = [];
    const { prior } = priorOf(() => Promise.reject(error));
    const { cells, ...rest } = await plan({}, { prior, onStandIn: (one) => told.push(one) });
    expect(rest).toMatchObject({ standIn });
    expect(cells).toHaveLength(2);
    expect(cells[0]!.latents).toMatchObject({ description: expect.stringContaining('florpity') as string });
    expect(told).toEqual([error]);
  });

  it('for what it has too few of', async () => {
    const { prior } = priorOf(async () => [proposal('cat'), proposal('cat')]);
    const { cells, standIn } = await plan({}, { prior });
    expect(standIn).toBe('few');
    expect(cells.map(({ latents }) => latents.description)).toContain('cat');
    expect(new Set(cells.map(({ latents }) => latents.description)).size).toBe(2);
  });

  it('but hide no mistake of ours', async () => {
    const { prior } = priorOf(() => Promise.reject(new TypeError('x is not a function')));
    await expect(plan({}, { prior })).rejects.toThrow(TypeError);
  });
});
