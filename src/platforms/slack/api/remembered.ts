import type { Log } from '../../../core/basics/index.js';
import { createRecent } from '../../../engine/basics/index.js';
import { refusalCode } from './api-errors.js';

/** How long an answer of Slack's is taken for granted, in milliseconds. */
const FRESH_MS = 60_000;
/** Answers remembered at most. */
const MOST = 5000;

/** What is asked, and what counts where Slack does not tell. */
export interface Question<T> {
  /** Slack's method, for the log. */
  method: string;
  none: T;
  /** False where an answer of more than a minute ago must not count after an outage or a rate limit, but `none`. */
  isOldGood: boolean;
}

/** Slack's answers to one kind of question, each remembered for a minute, also refusals. */
export class Remembered<T> {
  readonly #question: Question<T>;
  readonly #log: Log;
  readonly #asked = new Map<string, Promise<T>>();
  readonly #answers = createRecent<string, { value: T; at: number }>(MOST);

  constructor(question: Question<T>, log: Log) {
    this.#question = question;
    this.#log = log;
  }

  /** The answer for a key: remembered, or asked for now, once for all who want it. Never rejects. */
  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    if (known !== undefined && performance.now() - known.at < FRESH_MS) return known.value;
    const asked = this.#asked.get(key) ?? this.#ask(key, ask).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  async #ask(key: string, ask: () => Promise<T>): Promise<T> {
    const { isOldGood, method, none } = this.#question;
    const known = this.#answers.get(key);
    try {
      return this.#keep(key, await ask());
    } catch (err) {
      this.#log.warn({ err, method }, 'Slack did not tell what it was asked');
      if (known !== undefined && isOldGood) return known.value;
      return refusalCode(err) === null ? none : this.#keep(key, none);
    }
  }

  #keep(key: string, value: T): T {
    this.#answers.set(key, { value, at: performance.now() });
    return value;
  }
}
