import { setTimeout as sleep } from 'node:timers/promises';
import { LEASES, type Log, newId } from '../../core/basics/index.js';
import type { OwedAnswer, OwedAnswerStore } from '../../core/index.js';

/** An answer that this process owes; the first of these to be called says what became of it. */
export interface Debt {
  /** It was answered, with whatever. */
  settled(): void;
  /** It was not acknowledged after all, or is another's to answer. */
  dropped(): void;
  /** It could not be answered: after `waitMs`, 1,000 when absent, whoever can shall say so. */
  broken(waitMs?: number): void;
  /** Its asker was told to try again. */
  told(): void;
}
interface End {
  how: keyof Debt;
  waitMs: number;
}

/** Where requests are noted whose answers are owed. */
export interface OwedAnswers {
  /** To be called when a request is being acknowledged: waits for nothing. */
  note(owed: OwedAnswer): Debt;
}

/** What owed answers are kept with. */
export interface OwedBookOptions {
  store: OwedAnswerStore;
  log: Log;
  /** How long changes are gathered for one statement, ms. Default: 5. */
  gatherMs?: number;
  /** How long a noted answer is ours unless that is renewed, ms. See `LEASES`. */
  leaseMs?: number;
  /** How often they are renewed, ms. See `LEASES`. */
  renewEveryMs?: number;
}

const GATHER_MS = 5;
/** Milliseconds until a database that took nothing is tried again. */
const RETRY_MS = 500;
/** Milliseconds until an answer that the platform did not take is somebody else's. */
const BROKEN_MS = 1_000;

/** A request that this process answers already. */
const NOTHING: Debt = {
  settled: () => undefined,
  dropped: () => undefined,
  broken: () => undefined,
  told: () => undefined,
};

/**
 * The answers that this process owes, on all platforms, kept in the database for as long as they are owed. Many are
 * written by one statement, and one that is answered before that is never written.
 */
export class OwedBook implements OwedAnswers {
  /** Whose they are: this process, in this life. */
  readonly holder = newId();
  readonly #options: Required<OwedBookOptions>;
  readonly #open = new Set<string>();
  readonly #unwritten = new Map<string, OwedAnswer>();
  /** What became of those that the database may have. */
  readonly #ends = new Map<string, End>();
  #writing: Promise<void> | null = null;
  #renewing: NodeJS.Timeout | null = null;
  #isStopped = false;

  constructor(options: OwedBookOptions) {
    const { leaseMs, renewMs: renewEveryMs } = LEASES.answer;
    this.#options = { gatherMs: GATHER_MS, leaseMs, renewEveryMs, ...options };
  }

  note(owed: OwedAnswer): Debt {
    if (this.#open.has(owed.key)) return NOTHING;
    this.#unwritten.set(owed.key, owed);
    this.#write();
    return this.#opened(owed.key);
  }

  /** Keeps what was claimed from another process. @returns null when this one is answering the request itself */
  hold(key: string): Debt | null {
    return this.#open.has(key) ? null : this.#opened(key);
  }

  /** Resolves when all is written, or the database does not take it. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#writing;
    if (this.#renewing !== null) clearInterval(this.#renewing);
  }

  #opened(key: string): Debt {
    this.#open.add(key);
    this.#keepLeases();
    const end = (how: keyof Debt, waitMs = BROKEN_MS) => this.#end(key, { how, waitMs });
    return {
      settled: () => end('settled'),
      dropped: () => end('dropped'),
      broken: (waitMs) => end('broken', waitMs),
      told: () => end('told'),
    };
  }

  #end(key: string, end: End): void {
    if (!this.#open.delete(key)) return;
    const isUnwritten = end.how !== 'broken' && this.#unwritten.delete(key);
    if (!isUnwritten) this.#ends.set(key, end);
    this.#write();
    this.#keepLeases();
  }

  #write(): void {
    this.#writing ??= this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    const { gatherMs, log } = this.#options;
    await sleep(gatherMs);
    while (this.#unwritten.size > 0 || this.#ends.size > 0) {
      const [added, ends] = [new Map(this.#unwritten), new Map(this.#ends)];
      this.#unwritten.clear();
      this.#ends.clear();
      try {
        await this.#writeThese(added, ends);
      } catch (err) {
        log.warn({ err }, 'owed answers were not noted; trying again');
        this.#putBack(added, ends);
        if (this.#isStopped) break;
        await sleep(RETRY_MS);
      }
    }
    this.#writing = null;
  }

  /** All of it may have been written all the same: what ended meanwhile is to be taken away. */
  #putBack(added: ReadonlyMap<string, OwedAnswer>, ends: ReadonlyMap<string, End>): void {
    for (const [key, end] of ends) if (!this.#open.has(key)) this.#ends.set(key, end);
    for (const [key, owed] of added) {
      const isWanted = this.#open.has(key) || this.#ends.get(key)?.how === 'broken';
      if (isWanted) this.#unwritten.set(key, owed);
    }
  }

  async #writeThese(added: ReadonlyMap<string, OwedAnswer>, ends: ReadonlyMap<string, End>): Promise<void> {
    const { store, leaseMs } = this.#options;
    const ended = (how: keyof Debt) => [...ends].filter(([, end]) => end.how === how).map(([key]) => key);
    const [settled, dropped, told] = [ended('settled'), ended('dropped'), ended('told')];
    const broken = new Map([...ends].flatMap(([key, { how, waitMs }]) => (how === 'broken' ? [[key, waitMs]] : [])));
    // First, as one that is broken may be new.
    if (added.size > 0) await store.add([...added.values()], this.holder, leaseMs);
    if (settled.length + dropped.length > 0) await store.settle(settled, dropped, this.holder);
    if (told.length > 0) await store.told(told);
    if (broken.size > 0) await store.release(broken, this.holder);
  }

  #keepLeases(): void {
    const isNeeded = this.#open.size > 0;
    if (!isNeeded && this.#renewing !== null) {
      clearInterval(this.#renewing);
      this.#renewing = null;
    }
    if (!isNeeded || this.#renewing !== null) return;
    const { store, log, leaseMs, renewEveryMs } = this.#options;
    this.#renewing = setInterval(() => {
      store
        .renew(this.holder, leaseMs)
        .catch((err: unknown) => log.debug({ err }, 'the leases of owed answers were not renewed'));
    }, renewEveryMs);
  }
}
