import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProposalRequest } from '../../../../src/engine/text-prior/text-prior.js';
import type { Chat, Question } from '../../../../src/remote/chat/chat.js';
import { instructions } from '../../../../src/remote/chat/instructions.js';
import { createLocalChat } from '../../../../src/remote/chat/local-chat.js';
import { readPlans } from '../../../../src/remote/chat/plans.js';

const TINY = 'test/fixtures/language/tiny';
const REQUEST: ProposalRequest = {
  prompt: 'a florpity',
  given: {},
  open: ['description', 'boxes', 'palette'],
  style: undefined,
  colours: [],
  count: 3,
  seed: 7,
  temperature: 1,
  independence: 1,
  limits: { objects: 3, colours: 3 },
};
const question = (change: Partial<Question> = {}): Question => ({
  messages: instructions(REQUEST),
  schema: {},
  request: REQUEST,
  seed: 7,
  temperature: 1,
  mostTokens: 2000,
  ...change,
});
const inTime = () => performance.now() + 120_000;

let chat: Chat;
let dir: string;
beforeAll(async () => {
  chat = createLocalChat({ dir: TINY, seconds: 120, threads: 1 });
  dir = await mkdtemp(join(tmpdir(), 'kaleido-language-'));
});
afterAll(async () => {
  await chat.dispose?.();
  await rm(dir, { recursive: true });
});

describe('a language model in this process', () => {
  it('with random weights gives nothing but plans of the form that it is bound to', async () => {
    for (const seed of [1, 2]) {
      const said = await chat.ask(question({ seed }), inTime());
      const { plans } = JSON.parse(said) as { plans: object[] };
      expect(plans).toHaveLength(3);
      for (const plan of plans)
        expect(Object.keys(plan).sort()).toEqual(['boxes', 'description', 'palette', 'probability', 'style']);
      const read = readPlans(said, REQUEST);
      expect(read.plans.length + read.problems.length).toBe(3);
      expect(read.plans.length).toBeGreaterThan(0);
    }
  });

  it('says the same by the same seed, and something else by another', async () => {
    const first = await chat.ask(question(), inTime());
    expect(await chat.ask(question(), inTime())).toBe(first);
    expect(await chat.ask(question({ seed: 8 }), inTime())).not.toBe(first);
  });

  it('answers questions one after another, and is opened again once it was let go of', async () => {
    const both = await Promise.all([chat.ask(question(), inTime()), chat.ask(question(), inTime())]);
    expect(both[0]).toBe(both[1]);
    await chat.dispose?.();
    expect(await chat.ask(question(), inTime())).toBe(both[0]);
  });

  it('stops when it is told, and when time is over', async () => {
    const stop = new AbortController();
    const asked = chat.ask(question(), inTime(), stop.signal);
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await expect(asked).rejects.toThrow('enough');
    await expect(chat.ask(question(), performance.now() + 20)).rejects.toMatchObject({
      code: 'prior_invalid',
      data: { why: 'late' },
    });
    expect(await chat.ask(question(), inTime())).toMatch(/^\{"plans":/);
  });

  it('tells name, licence and size, without being opened', async () => {
    expect(await chat.model()).toBe('tiny');
    const about = await chat.about?.();
    expect(about?.licence).toBe('apache-2.0');
    expect(about?.bytes).toBeGreaterThan(10_000);
  });
});

describe('a folder without a language model', () => {
  const ask = (path: string) => createLocalChat({ dir: path, seconds: 5 }).ask(question(), inTime());
  const refused = (detail: RegExp) => ({
    code: 'prior_invalid',
    data: expect.objectContaining({ why: 'bad_folder', detail: expect.stringMatching(detail) }),
  });

  it('is refused, and what it lacks is said', async () => {
    await expect(ask(dir)).rejects.toMatchObject(refused(/no folder onnx/));
    const half = join(dir, 'half');
    await cp(TINY, half, { recursive: true });
    await rm(join(half, 'tokenizer.json'));
    await expect(ask(half)).rejects.toMatchObject(refused(/tokenizer/));
  });
});
