import type { Network } from '../../../network/index.js';

/** Slack's `Date` is cut to whole seconds: half of one is what it lacks on average. */
const CUT_MS = 500;
/** Seconds that it may be wrong by, for an answer took its time to come here. */
const MARGIN_S = 10;

/**
 * Slack's own time, as the `Date` of its answers tells. Slack signs what it sends by its clock, and a request that is
 * five minutes from ours is refused: ours may be wrong by more.
 */
export class SlackTime {
  readonly #fallback: () => number;
  /** From `performance.now` to Slack's time; null until Slack has answered. */
  #offset: number | null = null;

  /** @param fallback milliseconds since the epoch, for as long as Slack has told nothing */
  constructor(fallback: () => number) {
    this.#fallback = fallback;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#offset === null ? this.#fallback() : performance.now() + this.#offset;
  }

  /** A `ts` that all which Slack gets from now on is later than; null until Slack has told its time. */
  get beforeNow(): string | null {
    return this.isKnown ? (this.now() / 1000 - MARGIN_S).toFixed(6) : null;
  }

  /** Whether Slack has told it. */
  get isKnown(): boolean {
    return this.#offset !== null;
  }

  /** The same network, with the time taken from each answer of Slack's. */
  heardOn(network: Network): Network {
    return {
      ...network,
      fetch: async (input, init) => {
        const answer = await network.fetch(input, init);
        // Not of a proxy that answers in its place.
        if (answer.ok) this.#hear(answer.headers.get('date'));
        return answer;
      },
    };
  }

  #hear(date: string | null): void {
    const time = Date.parse(date ?? '');
    if (Number.isFinite(time)) this.#offset = time + CUT_MS - performance.now();
  }
}
