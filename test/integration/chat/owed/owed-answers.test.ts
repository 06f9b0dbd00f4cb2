import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OwedBook } from '../../../../src/chat/owed/owed-book.js';
import { createOwedLoop, type OwedLoop } from '../../../../src/chat/owed/owed-loop.js';
import { DeliveryError } from '../../../../src/chat/platform.js';
import { idempotencyKeyOf } from '../../../../src/core/basics/ids.js';
import { quiet } from '../../../../src/core/basics/log.js';
import type { OwedAnswer, OwedAnswerStore, TakenAnswer } from '../../../../src/core/ports.js';
import { decideQuota } from '../../../../src/core/quota/quota.js';
import { openTestDatabase, type TestDatabase } from '../../../support/database.js';
import { actorOf } from '../../../support/people.js';
import { NOW, request } from '../../store/asking.js';

const LEASE = { leaseMs: 1_200, renewEveryMs: 150 };
const LOOKS = { leaseMs: 1_200, lookEveryMs: 50, looks: 2 };
const PATIENCE = { timeout: 15_000, interval: 20 };
const ADA = actorOf({ locale: 'de' });

let database: TestDatabase;
let statements: string[];
let store: OwedAnswerStore;
const loops: OwedLoop[] = [];
const books: OwedBook[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

beforeEach(async () => {
  await database.query('TRUNCATE owed_answer; TRUNCATE generation CASCADE');
  statements = [];
  store = counted(database.store.owedAnswers);
});
afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  await Promise.all(books.splice(0).map((book) => book.stop()));
});

/** The real store, which tells what it was asked. */
function counted(real: OwedAnswerStore): OwedAnswerStore {
  return {
    ...real,
    add: (...given) => {
      statements.push('add');
      return real.add(...given);
    },
    settle: (...given) => {
      statements.push('settle');
      return real.settle(...given);
    },
  };
}

function owed(key: string, change: Partial<OwedAnswer> = {}): OwedAnswer {
  const { platform, realm, userId } = ADA;
  const address = { token: `token of ${key}` };
  return { key: idempotencyKeyOf(ADA, key), platform, realm, userId, address, lifeMs: 60_000, ...change };
}

function openBook(lease = LEASE): OwedBook {
  const book = new OwedBook({ store, log: quiet, ...lease });
  books.push(book);
  return book;
}

/** A book whose process is gone: it renews nothing. */
const deadBook = () => openBook({ leaseMs: 1, renewEveryMs: 3_600_000 });

/** A process that looks for what others left behind. @returns what it says to whom */
function look(answer: (taken: TakenAnswer) => Promise<void> = async () => undefined, looks = LOOKS): string[] {
  const said: string[] = [];
  const loop = createOwedLoop({
    store: { owedAnswers: store, settings: database.store.settings },
    book: openBook(),
    platform: {
      platform: 'discord',
      async answerOwed(taken, sentenceFor) {
        await answer(taken);
        said.push(`${taken.address.token}: ${await sentenceFor(ADA.locale)}`);
      },
    },
    log: quiet,
    ...looks,
  });
  loops.push(loop);
  loop.start();
  return said;
}

const rows = () => database.query('SELECT key, told_at IS NOT NULL AS told, address FROM owed_answer ORDER BY key');
const noted = (count: number) => vi.waitFor(async () => expect(await rows()).toHaveLength(count), PATIENCE);
const SENTENCE =
  'Ich wurde unterbrochen, bevor ich darauf antworten konnte. Es wurde nichts berechnet. Bitte versuche es noch einmal.';

describe('noting owed answers', () => {
  it('writes and forgets many with one statement each', async () => {
    const book = openBook();
    const debts = Array.from({ length: 200 }, (_, index) => book.note(owed(`${index}`)));
    await noted(200);
    for (const debt of debts) debt.settled();
    await noted(0);
    expect(statements).toEqual(['add', 'settle']);
  });

  it('writes nothing of what is answered at once', async () => {
    const book = openBook();
    book.note(owed('a')).settled();
    await sleep(100);
    expect(statements).toEqual([]);
  });

  it('writes what was noted while the database was away, when it is back', async () => {
    const { add } = store;
    let isAway = true;
    store.add = (...given) => (isAway ? Promise.reject(new Error('away')) : add(...given));
    const book = openBook();
    const answered = book.note(owed('answered'));
    book.note(owed('open'));
    await sleep(50);
    answered.settled();
    isAway = false;
    await noted(1);
    expect(await rows()).toMatchObject([{ key: 'discord/discord/open' }]);
  });

  it('keeps what cannot be stored from keeping others out', async () => {
    const book = openBook();
    book.note(owed('k'.repeat(3_000)));
    book.note(owed('long', { address: { token: 'x'.repeat(20_000) } }));
    const odd = book.note(owed('nul\0'));
    book.note(owed('good'));
    await noted(2);
    odd.settled();
    await noted(1);
  });

  it('leaves a request that came to two processes with the first, whatever becomes of it at the second', async () => {
    openBook().note(owed('a'));
    await noted(1);
    openBook().note(owed('a')).dropped();
    const second = openBook();
    second.note(owed('a'));
    await vi.waitFor(() => expect(statements.filter((one) => one === 'add')).toHaveLength(2), PATIENCE);
    await second.stop();
    expect(await rows()).toHaveLength(1);
  });
});

describe('answers whose process is gone', () => {
  it('are said once, by one of many processes, in the language of their asker', async () => {
    deadBook().note(owed('a'));
    await noted(1);
    const all = [look(), look(), look()];
    await vi.waitFor(() => expect(all.flat()).toEqual([`token of a: ${SENTENCE}`]), PATIENCE);
    await sleep(2 * LEASE.leaseMs);
    expect(all.flat()).toHaveLength(1);
    // The token is not kept longer than it is needed.
    expect(await rows()).toEqual([{ key: 'discord/discord/a', told: true, address: {} }]);
  });

  it('are nothing to say where a generation came of them', async () => {
    deadBook().note(owed('a'));
    await noted(1);
    const accepted = request(ADA, { idempotencyKey: idempotencyKeyOf(ADA, 'a') });
    await database.store.generations.accept(accepted, decideQuota, NOW);
    await noted(0);
    // Also where it was noted only after that.
    deadBook().note(owed('a'));
    await noted(1);
    const said = look();
    await noted(0);
    expect(said).toEqual([]);
  });

  it('are accepted no more by a process that was only taken for dead', async () => {
    deadBook().note(owed('a'));
    await noted(1);
    const said = look();
    await vi.waitFor(() => expect(said).toHaveLength(1), PATIENCE);
    const late = request(ADA, { idempotencyKey: idempotencyKeyOf(ADA, 'a') });
    await expect(database.store.generations.accept(late, decideQuota, NOW)).rejects.toMatchObject({
      code: 'interrupted',
    });
    expect(await database.query('SELECT 1 FROM generation')).toEqual([]);
    expect(await database.query('SELECT 1 FROM ledger_entry')).toEqual([]);
  });

  it('are said again later where the platform was away, and not where it refuses', async () => {
    const dead = deadBook();
    dead.note(owed('away'));
    dead.note(owed('refused'));
    await noted(2);
    let attempts = 0;
    const said = look(async ({ address }) => {
      attempts += 1;
      if (address.token === 'token of refused') throw new DeliveryError(null, { why: 'closed' });
      if (attempts < 4) throw new DeliveryError(50, { why: 'unreachable', platform: 'Discord' });
    });
    await vi.waitFor(() => expect(said).toEqual([`token of away: ${SENTENCE}`]), PATIENCE);
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ told: true }, { told: true }]), PATIENCE);
    expect(attempts).toBeGreaterThanOrEqual(4);
  });

  it('are forgotten when nothing can answer any more', async () => {
    deadBook().note(owed('a', { lifeMs: 1 }));
    await noted(1);
    const said = look();
    await noted(0);
    expect(said).toEqual([]);
  });

  it('are said for a process that could not bring its answer to the platform', async () => {
    const living = openBook();
    const debt = living.note(owed('a'));
    await noted(1);
    debt.broken();
    const said = look();
    await vi.waitFor(() => expect(said).toHaveLength(1), PATIENCE);
  });
});

describe('answers of a living process', () => {
  it('are left to it however long they take', async () => {
    const debt = openBook().note(owed('a'));
    const said = look();
    await sleep(3 * LEASE.leaseMs);
    expect(said).toEqual([]);
    debt.settled();
    await noted(0);
  });

  it('are left to it after the database was away from all for longer than a lease', async () => {
    const real = store;
    let isAway = false;
    const reach = <R>(ask: () => Promise<R>): Promise<R> => (isAway ? Promise.reject(new Error('away')) : ask());
    store = { ...real, renew: (...given) => reach(() => real.renew(...given)) };
    openBook().note(owed('a'));
    await noted(1);
    isAway = true;
    await sleep(2 * LEASE.leaseMs);
    // The database is back just as somebody looks, before any holder could renew.
    store = {
      ...real,
      renew: (...given) => {
        isAway = false;
        return real.renew(...given);
      },
      claim: (...given) => {
        isAway = false;
        return real.claim(...given);
      },
    };
    const said = look(undefined, { leaseMs: LEASE.leaseMs, lookEveryMs: 2 * LEASE.renewEveryMs, looks: 3 });
    await sleep(2 * LEASE.leaseMs);
    expect(said).toEqual([]);
  });
});
