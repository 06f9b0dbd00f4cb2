import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import {
  createDeliveryLoop,
  type DeliveryLoop,
  type DeliveryLoopOptions,
} from '../../../../src/chat/deliveries/delivery-loop.js';
import { DeliveryError } from '../../../../src/chat/platform.js';
import type { AcceptedNow } from '../../../../src/core/core.js';
import { here, openWorld, somebody, type World } from '../../core/support/world.js';
import { createEvents, type Events } from '../support/events.js';
import { createRecordingPlatform, type RecordingPlatform } from '../support/recording-platform.js';

const PATIENCE = { timeout: 60_000, interval: 10 };

let world: World;
let events: Events;
let platform: RecordingPlatform;
let loops: DeliveryLoop[];
let counts: Record<'delivered' | 'retried' | 'abandoned', number>;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.close());

beforeEach(() => {
  events = createEvents();
  platform = createRecordingPlatform();
  loops = [];
  counts = { delivered: 0, retried: 0, abandoned: 0 };
});

afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  // What a test left in the outbox on purpose is not for the next one.
  later(86_400_000);
  for (const { id } of await world.store.deliveries.claim('discord', 1000, 1, world.time.now)) {
    await world.store.deliveries.failed(id, 'The test is over.', null);
  }
});

function startLoop(options: Partial<DeliveryLoopOptions> = {}): DeliveryLoop {
  const clock = () => world.time.now;
  const loop = createDeliveryLoop({
    store: world.store,
    jobs: events,
    cards: createCardBuilder({ blobs: { get: async () => null }, generations: world.store.generations, clock }),
    platform,
    clock,
    log: pino({ level: 'silent' }),
    metrics: {
      delivered: () => void counts.delivered++,
      retried: () => void counts.retried++,
      abandoned: () => void counts.abandoned++,
    },
    pollEveryMs: 20,
    progressEveryMs: 50,
    positionsEveryMs: 3_600_000,
    ...options,
  });
  loops.push(loop);
  loop.start();
  return loop;
}

function ask(address: Record<string, unknown> = {}): Promise<AcceptedNow> {
  const origin = { ...here(), address };
  return world.core.imagine(somebody(), { prompt: 'a cat', count: 1 }, origin);
}

function later(ms: number): void {
  world.time.now = new Date(world.time.now.getTime() + ms);
}

/** Resolves after the loop has looked for due deliveries a few more times. */
async function looks(times = 3): Promise<void> {
  const claim = vi.spyOn(world.store.deliveries, 'claim');
  await vi.waitFor(() => expect(claim.mock.calls.length).toBeGreaterThanOrEqual(times), PATIENCE);
  claim.mockRestore();
}

/** A door that shows wait at until it is opened. */
function door() {
  let open = () => {};
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  return { open: () => open(), opened };
}

describe('a result', () => {
  it('is shown once when its end is told, in the language of its address, and its message finds it again', async () => {
    const accepted = await ask({ locale: 'de-AT' });
    startLoop({ pollEveryMs: 3_600_000 });
    await world.paint(accepted);
    events.ended(accepted.generation.id);
    events.ended(accepted.generation.id);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);

    expect(platform.shows).toHaveLength(1);
    const [show] = platform.finals();
    expect(show?.card).toMatchObject({ generationId: accepted.generation.id, state: 'done' });
    expect(show?.card.facts.map(({ label }) => label)).toContain('Vielfalt');
    const found = await world.store.generations.findByMessage('discord', {
      channelId: 'shown',
      messageId: 'discord-0',
    });
    expect(found?.id).toBe(accepted.generation.id);
  });

  it('is shown also when nobody tells: failures, cancelled ones and those from before the start', async () => {
    const [done, failed, cancelled] = await Promise.all([ask(), ask(), ask()]);
    await world.paint(done);
    await world.fail(failed);
    await world.store.generations.cancel(cancelled.generation.id, world.time.now);
    startLoop();
    await vi.waitFor(() => expect(counts.delivered).toBe(3), PATIENCE);
    expect(
      platform
        .finals()
        .map(({ card }) => card.state)
        .sort(),
    ).toEqual(['cancelled', 'done', 'failed']);
  });

  it('of another platform is left alone', async () => {
    await world.paint(await ask());
    platform = createRecordingPlatform('slack');
    startLoop();
    await looks();
    expect(platform.shows).toEqual([]);
  });

  it('that was deleted meanwhile is not shown', async () => {
    const accepted = await ask();
    await world.store.generations.begin(accepted.generation.id, world.time.now);
    await world.store.generations.delete(accepted.generation.id, world.time.now);
    startLoop();
    events.progress(accepted.generation.id, 1);
    events.ended(accepted.generation.id);
    await looks();
    later(86_400_000);
    await looks();
    expect(platform.shows).toEqual([]);
  });

  it('is taken away when it was deleted after it was shown, also by another process', async () => {
    const accepted = await ask();
    await world.paint(accepted);
    const loop = startLoop();
    await vi.waitFor(() => expect(platform.messages.size).toBe(1), PATIENCE);
    await loop.stop();
    await world.store.generations.delete(accepted.generation.id, world.time.now);
    expect(platform.messages.size).toBe(1);
    startLoop();
    await vi.waitFor(() => expect(platform.messages.size).toBe(0), PATIENCE);
    await vi.waitFor(async () => {
      expect((await world.store.deliveries.find(accepted.generation.id))?.message).toBeNull();
    }, PATIENCE);
  });

  it('is taken away when it was deleted while it was being shown', async () => {
    const accepted = await ask();
    await world.paint(accepted);
    platform.during = async ({ isFinal }) => {
      if (isFinal) await world.store.generations.delete(accepted.generation.id, world.time.now);
      return undefined;
    };
    startLoop();
    await vi.waitFor(() => expect(platform.finals().at(-1)?.endedAt).toBeTruthy(), PATIENCE);
    await vi.waitFor(() => expect(platform.messages.size).toBe(0), PATIENCE);
  });
});

describe('progress', () => {
  it('is shown now and then, never twice at a time, always the newest', async () => {
    const { generation } = await ask();
    await world.store.generations.begin(generation.id, world.time.now);
    const everyMs = 100;
    startLoop({ progressEveryMs: everyMs });
    let step = 0;
    let newest = 0;
    platform.during = async ({ card }) => {
      // What was newest when this edit was made.
      expect(card.status).toBe(`Painting 1 picture: step ${newest} of 1,000 …`);
      await sleep(20);
      return undefined;
    };
    while (platform.shows.length < 5) {
      // No event while the loop reads the database, so that "newest" is certain.
      newest = ++step;
      const before = platform.shows.length;
      events.progress(generation.id, step);
      await vi.waitFor(() => expect(platform.shows.length).toBe(before + 1), PATIENCE);
    }
    expect(platform.mostOfOneAtOnce).toBe(1);
    const gaps = platform.shows.slice(1).map((show, index) => show.beganAt - (platform.shows[index]?.endedAt ?? 0));
    // Timers may fire a millisecond early.
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(everyMs - 2);
    expect(platform.messages.size).toBe(1);
  });

  it('of a worker that was taken for dead is not shown while another is at it', async () => {
    const { generation } = await ask();
    for (let attempt = 1; attempt <= 2; attempt++) await world.store.generations.begin(generation.id, world.time.now);
    startLoop();
    events.progress(generation.id, 900, 1);
    await looks();
    expect(platform.shows).toEqual([]);
    events.progress(generation.id, 3, 2);
    await vi.waitFor(() => expect(platform.shows).toHaveLength(1), PATIENCE);
    expect(platform.shows[0]?.card).toMatchObject({
      status: expect.stringContaining('step 3 of 1,000'),
      notices: ['Begun again after an interruption.'],
    });
  });

  it('that comes fast is merged', async () => {
    const { generation } = await ask();
    await world.store.generations.begin(generation.id, world.time.now);
    const { open, opened } = door();
    platform.during = () => opened;
    startLoop();
    events.progress(generation.id, 1);
    await vi.waitFor(() => expect(platform.shows).toHaveLength(1), PATIENCE);
    for (let step = 2; step <= 500; step++) events.progress(generation.id, step);
    open();
    await vi.waitFor(() => expect(platform.shows).toHaveLength(2), PATIENCE);
    expect(platform.shows[1]?.card.status).toContain('step 500');
  });

  it('never lands on top of the result, and the result edits the message that it made', async () => {
    const accepted = await ask();
    const { id } = accepted.generation;
    await world.store.generations.begin(id, world.time.now);
    const { open, opened } = door();
    platform.during = ({ isFinal }) => (isFinal ? Promise.resolve(undefined) : opened);
    startLoop();
    events.progress(id, 1);
    await vi.waitFor(() => expect(platform.shows).toHaveLength(1), PATIENCE);
    await world.paint(accepted);
    events.progress(id, 2);
    events.ended(id);
    await looks();
    expect(platform.shows).toHaveLength(1);
    open();
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
    events.progress(id, 3);
    await looks(10);
    expect(platform.shows.map(({ isFinal }) => isFinal)).toEqual([false, true]);
    expect(platform.mostOfOneAtOnce).toBe(1);
    expect([...platform.messages.values()].map(({ state }) => state)).toEqual(['done']);
  });

  it('that cannot be shown is not worth an error, and is given up when the platform says so', async () => {
    const accepted = await ask();
    const { id } = accepted.generation;
    await world.store.generations.begin(id, world.time.now);
    platform.during = async ({ isFinal }) => {
      if (!isFinal) throw new DeliveryError(null, { why: 'closed' });
      return undefined;
    };
    startLoop();
    events.progress(id, 1);
    await vi.waitFor(() => expect(platform.shows).toHaveLength(1), PATIENCE);
    events.progress(id, 2);
    await looks(10);
    expect(platform.shows).toHaveLength(1);
    await world.paint(accepted);
    events.ended(id);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
  });
});

describe('a failed attempt', () => {
  it('is repeated after longer and longer, until it works, in one message', async () => {
    await world.paint(await ask());
    let failures = 2;
    platform.during = async () => {
      if (failures-- > 0) throw new DeliveryError(0, { why: 'not_shown' });
      return undefined;
    };
    startLoop();
    await vi.waitFor(() => expect(counts.retried).toBe(1), PATIENCE);
    await looks();
    expect(platform.shows).toHaveLength(1);
    later(1_001);
    await vi.waitFor(() => expect(counts.retried).toBe(2), PATIENCE);
    later(1_001);
    await looks();
    expect(platform.shows).toHaveLength(2);
    later(1_000);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
    expect(platform.shows).toHaveLength(3);
    expect(platform.messages.size).toBe(1);
  });

  it('waits as long as the platform asks', async () => {
    await world.paint(await ask());
    let isFirst = true;
    platform.during = async () => {
      if (!isFirst) return undefined;
      isFirst = false;
      throw new DeliveryError(60_000, { why: 'rate_limited', platform: 'discord' });
    };
    startLoop();
    await vi.waitFor(() => expect(counts.retried).toBe(1), PATIENCE);
    later(59_000);
    await looks();
    expect(platform.shows).toHaveLength(1);
    later(2_000);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
  });

  it('is the last when the platform says that none can work', async () => {
    await world.paint(await ask());
    platform.during = async () => {
      throw new DeliveryError(null, { why: 'closed' });
    };
    startLoop();
    await vi.waitFor(() => expect(counts.abandoned).toBe(1), PATIENCE);
    later(86_400_000);
    await looks();
    expect(platform.shows).toHaveLength(1);
  });

  it('is one when nothing was shown or something else broke', async () => {
    await world.paint(await ask());
    const troubles: (() => null)[] = [
      () => null,
      () => {
        throw new TypeError('a bug');
      },
    ];
    platform.during = async () => troubles.shift()?.();
    startLoop();
    await vi.waitFor(() => expect(counts.retried).toBe(1), PATIENCE);
    later(600_000);
    await vi.waitFor(() => expect(counts.retried).toBe(2), PATIENCE);
    later(600_000);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
  });

  it('is the last after as many as are allowed', async () => {
    await world.paint(await ask());
    platform.during = async () => {
      throw new Error('never');
    };
    startLoop({ maxAttempts: 3 });
    for (const retried of [1, 2]) {
      await vi.waitFor(() => expect(counts.retried).toBe(retried), PATIENCE);
      later(600_000);
    }
    await vi.waitFor(() => expect(counts.abandoned).toBe(1), PATIENCE);
    expect(platform.shows).toHaveLength(3);
  });
});

describe('exactly once', () => {
  it('when the database cannot be told for a while: it is told later, and nothing is shown again', async () => {
    await world.paint(await ask());
    const delivered = vi.spyOn(world.store.deliveries, 'delivered').mockRejectedValueOnce(new Error('connection lost'));
    startLoop({ leaseMs: 30_000 });
    await vi.waitFor(() => expect(delivered).toHaveBeenCalledTimes(1), PATIENCE);
    later(31_000);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
    expect(platform.shows).toHaveLength(1);
  });

  it('when showing takes longer than the lease: it is renewed, and nobody else shows it', async () => {
    await world.paint(await ask());
    const { open, opened } = door();
    platform.during = () => opened;
    startLoop({ leaseMs: 30_000, renewEveryMs: 20 });
    await vi.waitFor(() => expect(platform.shows).toHaveLength(1), PATIENCE);
    const renew = vi.spyOn(world.store.deliveries, 'renew');
    startLoop();
    for (let minute = 0; minute < 3; minute++) {
      later(20_000);
      const before = renew.mock.results.length;
      await vi.waitFor(() => expect(renew.mock.results.length).toBeGreaterThan(before + 1), PATIENCE);
      await looks();
    }
    renew.mockRestore();
    expect(platform.shows).toHaveLength(1);
    open();
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
  });

  it('when what was claimed is never read, as when the connection ends: it is claimed again after its lease', async () => {
    await world.paint(await ask());
    const real = world.store.deliveries.claim;
    const lost = vi.spyOn(world.store.deliveries, 'claim').mockImplementationOnce(async (...args) => {
      await real(...args);
      throw new Error('connection lost');
    });
    startLoop({ leaseMs: 8_000 });
    await vi.waitFor(() => expect(lost).toHaveBeenCalled(), PATIENCE);
    later(8_001);
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
    lost.mockRestore();
  });

  it('when the process dies after showing: the next one edits the same message', async () => {
    const accepted = await ask();
    const { id } = accepted.generation;
    await world.store.generations.begin(id, world.time.now);
    startLoop();
    events.progress(id, 1);
    await vi.waitFor(() => expect(platform.messages.size).toBe(1), PATIENCE);
    const delivered = vi.spyOn(world.store.deliveries, 'delivered').mockRejectedValue(new Error('connection lost'));
    await world.paint(accepted);
    events.ended(id);
    await vi.waitFor(() => expect(delivered).toHaveBeenCalled(), PATIENCE);
    await loops[0]?.stop();
    delivered.mockRestore();

    later(600_000);
    startLoop();
    await vi.waitFor(() => expect(counts.delivered).toBe(1), PATIENCE);
    expect(platform.finals()).toHaveLength(2);
    expect([...platform.messages.values()].map(({ state }) => state)).toEqual(['done']);
  });

  it('when it is stopped: what is being shown is finished, the rest is for the next start', async () => {
    for (const accepted of await Promise.all(Array.from({ length: 5 }, () => ask()))) await world.paint(accepted);
    const { open, opened } = door();
    platform.during = () => opened;
    const loop = startLoop({ concurrency: 2 });
    await vi.waitFor(() => expect(platform.shows).toHaveLength(2), PATIENCE);
    let isStopped = false;
    const stopping = loop.stop().then(() => {
      isStopped = true;
    });
    expect(events.listeners).toBe(0);
    await sleep(50);
    expect(isStopped).toBe(false);
    open();
    await stopping;
    expect([platform.shows.length, counts.delivered]).toEqual([2, 2]);

    startLoop();
    await vi.waitFor(() => expect(counts.delivered).toBe(5), PATIENCE);
    expect(new Set(platform.shows.map(({ card }) => card.generationId)).size).toBe(5);
    expect(platform.shows).toHaveLength(5);
  });

  it('for 200 that are due, with two processes at work, a few at a time', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => ask()));
    await Promise.all(all.map((accepted) => world.paint(accepted)));
    platform.during = async () => {
      await sleep(1);
      return undefined;
    };
    startLoop({ concurrency: 8 });
    startLoop({ concurrency: 8 });
    await vi.waitFor(() => expect(counts.delivered).toBe(200), PATIENCE);
    await looks();
    expect(platform.shows).toHaveLength(200);
    expect(new Set(platform.shows.map(({ card }) => card.generationId)).size).toBe(200);
    expect(platform.mostAtOnce).toBeGreaterThan(1);
    expect(platform.mostAtOnce).toBeLessThanOrEqual(16);
  });
});

describe('places in the queue', () => {
  it('are shown to those who wait when the queue moves, and only when theirs changed', async () => {
    const [running, first, second] = [await ask(), await ask(), await ask()];
    later(1_000);
    await world.store.generations.begin(running.generation.id, world.time.now);
    const place = (accepted: AcceptedNow, ahead: number) =>
      events.places.set(accepted.generation.id, { ahead, etaSeconds: 10 * ahead });
    const statusOf = ({ generation: { id } }: AcceptedNow) =>
      platform.shows.filter(({ card }) => card.generationId === id).map(({ card }) => card.status);
    place(first, 1);
    place(second, 2);
    startLoop({ positionsEveryMs: 20 });
    events.ended(running.generation.id);
    // Asked for in the same moment, so in either order.
    await vi.waitFor(() => expect([...statusOf(first), ...statusOf(second)]).toHaveLength(2), PATIENCE);
    expect(statusOf(first)).toEqual(['Waiting: 1 request goes first; ready in about 10 seconds.']);

    place(second, 1);
    events.ended(running.generation.id);
    await vi.waitFor(() => expect(statusOf(second)).toHaveLength(2), PATIENCE);
    expect(statusOf(second)[1]).toContain('1 request goes first');
    expect(statusOf(first)).toHaveLength(1);
    expect(statusOf(running)).toEqual([]);
  });
});
