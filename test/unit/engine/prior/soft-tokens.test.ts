import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countingSession } from '../../../../bench/counting-session.js';
import { createRng } from '../../../../src/engine/basics/rng.js';
import type { LatentContext } from '../../../../src/engine/context/index.js';
import { IdSet } from '../../../../src/engine/latents/id-set.js';
import type { Latents } from '../../../../src/engine/latents/index.js';
import { prefill } from '../../../../src/engine/prior/decoder.js';
import type { NextToken } from '../../../../src/engine/prior/next-tokens.js';
import type { PromptEncoding } from '../../../../src/engine/prior/prompt-encoder.js';
import { createTokenSampler } from '../../../../src/engine/prior/sample-token.js';
import { encodeSequence, sliceSequence } from '../../../../src/engine/prior/sequence.js';
import { sampleSoftTokens } from '../../../../src/engine/prior/soft-tokens.js';
import type { Session } from '../../../../src/engine/runtime/onnx.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';
import { readGolden, TINY_BUNDLE } from '../support/golden.js';
import { openPrior } from '../support/prior.js';

const OPTIONS = { temperature: 1.3, topP: 0.97 };
const BETA = 1.5;
/** How many rows are drawn for each of two distributions, so many at a time. */
const DRAWS = 600;
const ROWS = 100;

const pool = createSessionPool({ threads: 1 });
const [first, second] = readGolden(TINY_BUNDLE).latents.map(({ sequence: _, ...latents }): Latents => latents) as [
  Latents,
  Latents,
];
let session: Session;
let context: LatentContext;
let encoding: PromptEncoding;
beforeAll(async () => {
  const { bundle, context: made, prior } = await openPrior(TINY_BUNDLE, pool);
  session = await pool.open(bundle.graphPath('prior.onnx'));
  context = made;
  encoding = await prior.encode('a cat and a pizza');
});
afterAll(() => pool.dispose());

function request(rows: number, beta: number, seed: number) {
  const latents = Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? first : second));
  return {
    encoding,
    latents: latents.map(({ tokens: _, ...rest }) => rest),
    drafted: latents.map(({ tokens }) => tokens!),
    beta,
    seed,
    options: OPTIONS,
  };
}

describe('soft tokens', () => {
  it.each([0, 1.5, 4])('are those that sampling token by token gives with the same draws, at %d nats', async (beta) => {
    const asked = request(6, beta, 3);
    const oneByOne = await sampleSoftTokens(session, context, asked, 1);
    for (const block of [2, 8, 64]) expect(await sampleSoftTokens(session, context, asked, block)).toEqual(oneByOne);
    expect(new Set(oneByOne.map((tokens) => tokens.join())).size).toBe(6);
  });

  it('are of the distribution that the rule says, one token after another', async () => {
    const found: number[][] = [];
    const wanted: number[][] = [];
    for (let seed = 0; found.length < DRAWS; seed++) {
      const asked = request(ROWS, BETA, seed);
      // The latents of the even rows, whose draws are alike in distribution.
      const same = {
        ...asked,
        latents: asked.latents.map(() => asked.latents[0]!),
        drafted: asked.drafted.map(() => asked.drafted[0]!),
      };
      found.push(...(await sampleSoftTokens(session, context, same)));
      wanted.push(...(await drawPlainly(same.latents[0]!, same.drafted[0]!, 9, seed)));
    }
    const { drafted } = request(1, BETA, 0);
    const words = (tokens: readonly number[], places: readonly number[]) =>
      places.map((place) => (tokens[place] === drafted[0]![place] ? 'd' : tokens[place]!)).join();
    // Single tokens, neighbours inside a block and across its end, and which tokens of the first nine are the draft's.
    for (const places of [[0], [3], [8], [0, 1], [6, 7], [7, 8]]) {
      expectAlike(
        found.map((tokens) => words(tokens, places)),
        wanted.map((tokens) => words(tokens, places)),
      );
    }
    const kept = (tokens: readonly number[]) =>
      drafted[0]!
        .slice(0, 9)
        .map((code, k) => (code === tokens[k] ? 1 : 0))
        .join('');
    expectAlike(found.map(kept), wanted.map(kept));
  }, 120_000);

  it('tells distributions apart: that of another favour is not the same', async () => {
    const draw = async (beta: number, seed: number) => {
      const asked = request(120, beta, seed);
      return (await sampleSoftTokens(session, context, asked)).map((tokens, row) => {
        return String(tokens.filter((code, k) => code === asked.drafted[row]![k]).length >> 2);
      });
    };
    expect(chiSquare(await draw(1.5, 1), await draw(2, 2)).excess).toBeGreaterThan(5);
  });

  it("take fewer passes the more the draft is favoured, and the draft's own tokens in five", async () => {
    const passesAt = async (beta: number, block?: number) => {
      const { counted, passes } = countingSession(session);
      const tokens = await sampleSoftTokens(counted, context, request(1, beta, 5), block);
      return { passes: passes(), tokens: tokens[0]! };
    };
    const [oneByOne, some, all] = [await passesAt(4, 1), await passesAt(4), await passesAt(40)];
    expect(oneByOne.passes).toBe(64);
    expect(some.passes).toBeLessThan(40);
    expect(some.tokens).toEqual(oneByOne.tokens);
    expect(all.tokens).toEqual(first.tokens);
    expect(all.passes).toBe(5);
  });

  it('gives each row what it would get alone, and nothing for no rows', async () => {
    const both = request(2, 2, 11);
    const together = await sampleSoftTokens(session, context, both);
    const [alone] = await sampleSoftTokens(session, context, {
      ...both,
      latents: both.latents.slice(0, 1),
      drafted: both.drafted.slice(0, 1),
    });
    expect(together[0]).toEqual(alone);
    expect(await sampleSoftTokens(session, context, request(0, 2, 11))).toEqual([]);
  });

  it('stops between passes when aborted', async () => {
    const reason = new Error('enough');
    const asked = { ...request(1, 1, 1), signal: AbortSignal.abort(reason) };
    await expect(sampleSoftTokens(session, context, asked)).rejects.toBe(reason);
  });
});

/** So many tokens of `ROWS` rows, one after another by the bundle's rule on logits of which the draft's is raised. */
async function drawPlainly(
  latents: Latents,
  drafted: readonly number[],
  count: number,
  seed: number,
): Promise<number[][]> {
  const { ranges } = context.manifest.vocabulary;
  const [firstCode, end] = ranges.code;
  const allowed = new IdSet();
  allowed.addRange(0, end - firstCode);
  const sampler = createTokenSampler(end - firstCode);
  const draws = createRng(seed, 'plain');
  const whole = encodeSequence({ ...latents, tokens: [...drafted] }, context);
  const from = whole.ids.length - 1 - drafted.length;
  const rows = Array.from({ length: ROWS }, () => sliceSequence(whole, 0, from));
  const { decoder, next } = await prefill(session, context, {
    encoding,
    sequences: rows,
    parts: rows.map(() => 'codes'),
    shared: true,
    codeTemperature: OPTIONS.temperature,
  });
  let heads: (NextToken | undefined)[] = next;
  const found: number[][] = rows.map(() => []);
  for (let place = 0; place < count; place++) {
    for (const [row, head] of heads.entries()) {
      if (head?.part !== 'codes') throw new Error('There are no codes.');
      const { logits, codes } = await head.whole();
      const raised = new Float32Array(end - firstCode);
      codes.forEach((code, k) => {
        raised[Number(code)] = logits[k]!;
      });
      raised[drafted[place]!]! += BETA * OPTIONS.temperature;
      const code = sampler.sample(raised, 0, allowed, OPTIONS, draws.uniform());
      found[row]!.push(code);
      const fed = sliceSequence(whole, from + place, from + place + 1);
      rows[row]!.ids.push(firstCode + code);
      rows[row]!.kindIds.push(...fed.kindIds);
      rows[row]!.positions.push(...fed.positions);
      rows[row]!.places.push(...fed.places);
    }
    if (place + 1 < count)
      heads = await decoder.step(
        rows,
        rows.map(() => 'codes'),
      );
  }
  decoder.end();
  return found;
}

/**
 * Two samples of one distribution differ by more than this, in deviations of χ² from its mean, about once in 10,000
 * times.
 */
const MOST_EXCESS = 4.5;

function expectAlike(a: readonly string[], b: readonly string[]): void {
  const { excess, freedom } = chiSquare(a, b);
  expect(freedom).toBeGreaterThan(0);
  expect(excess).toBeLessThan(MOST_EXCESS);
}

/** χ² of homogeneity of two samples, rare outcomes taken together, as deviations above its mean. */
function chiSquare(a: readonly string[], b: readonly string[]): { excess: number; freedom: number } {
  const counts = new Map<string, [number, number]>();
  for (const [side, sample] of [a, b].entries()) {
    for (const outcome of sample) {
      const entry = counts.get(outcome) ?? [0, 0];
      entry[side]!++;
      counts.set(outcome, entry);
    }
  }
  const rare: [number, number] = [0, 0];
  const cells = [...counts.values()].filter(([inA, inB]) => {
    if (inA + inB >= 10) return true;
    rare[0] += inA;
    rare[1] += inB;
    return false;
  });
  if (rare[0] + rare[1] >= 10) cells.push(rare);
  const total = a.length + b.length;
  let chi = 0;
  for (const cell of cells) {
    for (const [side, size] of [a.length, b.length].entries()) {
      const expected = ((cell[0] + cell[1]) * size) / total;
      chi += (cell[side]! - expected) ** 2 / expected;
    }
  }
  const freedom = cells.length - 1;
  return { excess: (chi - freedom) / Math.sqrt(2 * freedom), freedom };
}
