import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProposalRequest } from '../../../../src/engine/text-prior/text-prior.js';
import { DIRECT } from '../../../../src/network/network.js';
import { type ChatPriorOptions, createChatPrior } from '../../../../src/remote/chat/chat-prior.js';
import { type ChatServer, type ChatServerOptions, startChat, type Trouble } from '../../../servers/chat/server.js';
import { ASKED } from '../../engine/text-prior/asked.js';

let server: ChatServer;
beforeEach(async () => {
  server = await startChat({ token: 'secret' });
});
afterEach(() => server.die());

async function startOther(options: ChatServerOptions): Promise<void> {
  await server.die();
  server = await startChat({ token: 'secret', ...options });
}

function prior(change: Partial<ChatPriorOptions> = {}) {
  return createChatPrior({
    url: server.url,
    authorization: 'Bearer secret',
    fetch: DIRECT.fetch,
    seconds: 5,
    ...change,
  });
}
const propose = (change: Partial<ProposalRequest> = {}, from = prior(), signal?: AbortSignal) =>
  from.propose({ ...ASKED, ...change }, signal);

describe('what is asked', () => {
  it('is several plans at once, each with its probability, in a form that binds', async () => {
    const plans = await propose();
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({ model: 'planner-small', seed: 7, temperature: 1 });
    expect(server.asked[0]!.response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
    expect(plans).toHaveLength(4);
    for (const { latents, style, probability } of plans) {
      expect(Object.keys(latents)).toEqual(['description', 'boxes', 'palette']);
      expect(latents.description).toContain('florpity');
      expect(style).toMatch(/^\w+$/);
      expect(probability).toBeGreaterThan(0);
      for (const box of latents.boxes!) expect(Math.max(box.x1, box.y1)).toBeLessThanOrEqual(1);
    }
  });

  it('is only what is open, and what is given is told', async () => {
    const given = { palette: [{ colour: '#dc2a2a', share: 1 }] };
    const plans = await propose({ given, open: ['description'], style: 'watercolor', colours: ['#1f9a94'] });
    expect(Object.keys(plans[0]!)).toEqual(['latents', 'probability']);
    expect(Object.keys(plans[0]!.latents)).toEqual(['description']);
    const [system, user] = server.asked[0]!.messages.map(({ content }) => content);
    expect(system).not.toContain('"boxes"');
    expect(user).toMatch(/red 100%/);
    expect(user).toMatch(/watercolor/);
    expect(user).toMatch(/teal/);
  });

  it('tells a shape that is no square, and what it means for boxes', async () => {
    await propose();
    await propose({ aspect: '16:9' });
    await propose({ aspect: '2:3' });
    const [square, wide, high] = server.asked.map(({ messages }) => messages[0]!.content);
    expect(square).not.toContain('format,');
    expect(wide).toContain('landscape format, 16:9');
    expect(wide).toContain('spans only 0.56 times as much of x as of y');
    expect(high).toContain('portrait format, 2:3');
    expect(high).toContain('spans only 0.67 times as much of y as of x');
  });

  it('names the model that is configured', async () => {
    await propose({}, prior({ model: 'planner-large' }));
    expect(server.asked[0]!.model).toBe('planner-large');
  });

  it.each([
    ['json_schema', 'json_object'],
    ['response_format', undefined],
    ['max_tokens', 'json_schema'],
    ['temperature', 'json_schema'],
    ['seed', 'json_schema'],
  ] as const)('leaves out %s where it is refused, from then on', async (option, form) => {
    await startOther({ refuses: [option] });
    const from = prior();
    expect(await propose({}, from)).toHaveLength(4);
    const before = server.requests;
    expect(await propose({}, from)).toHaveLength(4);
    expect(server.requests).toBe(before + 1);
    expect(server.asked.at(-1)!.response_format?.type).toBe(form);
  });
});

describe('what it answers', () => {
  it('may come after thoughts, and in fences', async () => {
    server.trouble = 'thoughts';
    expect(await propose()).toHaveLength(4);
    expect(server.asked).toHaveLength(1);
  });

  it.each(['prose', 'other-form', 'wrong-plans', 'cut-off'] as const)(
    'is asked once more where it is %s',
    async (trouble) => {
      server.trouble = trouble;
      server.troubles = 1;
      expect(await propose()).toHaveLength(4);
      expect(server.asked).toHaveLength(2);
      expect(server.asked[1]!.messages.at(-1)!.content).toMatch(/^That cannot be used: /);
      server.troubles = Number.POSITIVE_INFINITY;
      await expect(propose()).rejects.toMatchObject({ code: 'prior_invalid', data: { why: 'no_plan' } });
      expect(server.asked).toHaveLength(4);
    },
  );

  it('is taken as far as it goes where there is too little of it twice', async () => {
    server.trouble = 'too-few';
    expect((await propose()).length).toBeGreaterThan(0);
    expect(server.asked).toHaveLength(2);
  });
});

describe('what is wrong', () => {
  const FAULTS: Readonly<Partial<Record<Trouble, object>>> = {
    html: { code: 'prior_invalid', data: { why: 'not_api' } },
    redirect: { code: 'prior_invalid', data: { why: 'not_api', detail: 'elsewhere' } },
    huge: { code: 'prior_invalid', data: { why: 'not_api', detail: 'too_large' } },
    silent: { code: 'prior_away' },
    drip: { code: 'prior_away' },
    busy: { code: 'prior_away', data: { detail: 'HTTP 503' } },
    limit: { code: 'prior_away', data: { detail: 'HTTP 429' } },
    broken: { code: 'prior_invalid', data: { why: 'no_plan' } },
    refusal: { code: 'prior_invalid', data: { why: 'no_plan' } },
  };

  it.each(Object.entries(FAULTS))('is told apart: %s', async (trouble, error) => {
    server.trouble = trouble as Trouble;
    await expect(propose({}, prior({ seconds: 1 }))).rejects.toMatchObject(error);
  });

  it('may pass while there is time', async () => {
    server.trouble = 'busy';
    server.troubles = 1;
    expect(await propose()).toHaveLength(4);
    expect(server.requests).toBe(2);
  });

  it('is not tried by everybody while it is away', async () => {
    const from = prior({ seconds: 1, restMs: 500 });
    server.trouble = 'busy';
    await expect(propose({}, from)).rejects.toMatchObject({ code: 'prior_away' });
    const before = server.requests;
    await expect(propose({}, from)).rejects.toMatchObject({ code: 'prior_away' });
    expect(server.requests).toBe(before);
    server.trouble = null;
    expect(await vi.waitFor(() => propose({}, from), { timeout: 5_000 })).toHaveLength(4);
  });

  it('may be the key, which no message has in it, or the model', async () => {
    const failing = propose({}, prior({ authorization: 'Bearer wrong-key' }));
    await expect(failing).rejects.toMatchObject({ code: 'prior_invalid', data: { why: 'login' } });
    await expect(failing).rejects.not.toThrow(/wrong-key/);
    const named = propose({}, prior({ model: 'x' }));
    await expect(named).rejects.toMatchObject({
      code: 'prior_invalid',
      data: { why: 'other_model', wanted: 'x', detail: 'planner-small, planner-large' },
    });
  });
});

it('tells which model it asks, and what keeps it from that', async () => {
  expect(await prior().about()).toEqual({ host: new URL(server.url).host, model: 'planner-small' });
  await server.die();
  await expect(prior().about()).rejects.toMatchObject({ code: 'prior_away' });
});

it('plans that are no longer wanted are no longer waited for', async () => {
  await startOther({ answerMs: 60_000 });
  const stop = new AbortController();
  const planning = propose({}, prior({ seconds: 60 }), stop.signal);
  planning.catch(() => undefined);
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  stop.abort(new Error('enough'));
  await expect(planning).rejects.toThrow('enough');
  await vi.waitFor(() => expect(server.left).toBe(1));
});
