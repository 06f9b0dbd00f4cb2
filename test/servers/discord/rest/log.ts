/** One answered request. */
export interface RequestRecord {
  /** Milliseconds of the server's clock. */
  at: number;
  method: string;
  /** Below /api/v10, decoded, without the query. */
  path: string;
  status: number;
  /** Discord's error code; 0 for general errors, null when the request succeeded. */
  code: number | null;
  message: string | null;
  /** Of a 429: `user`, `global`, or `shared`, which is not the client's fault. */
  scope: string | null;
  errors: object | null;
  /** A fault that the test ordered, not the server's own judgement. */
  isInjected: boolean;
}

/** Refused requests per ten minutes and address before a temporary ban (developers/topics/rate-limits). */
export const INVALID_REQUEST_LIMIT = 10_000;

/** What was asked and how it was answered, for tests to look at. */
export class RequestLog {
  readonly all: RequestRecord[] = [];
  /** When requests that count towards a ban were answered, ascending. */
  readonly #invalid: number[] = [];

  record(entry: RequestRecord): void {
    this.all.push(entry);
    if ([401, 403, 429].includes(entry.status) && entry.scope !== 'shared') this.#invalid.push(entry.at);
  }

  /** Every request that the server itself refused. That somebody is not in a thread is an answer. */
  get violations(): RequestRecord[] {
    const isAnswer = ({ path, status }: RequestRecord) => status === 404 && path.includes('/thread-members/');
    return this.all.filter((one) => one.status >= 400 && !one.isInjected && !isAnswer(one));
  }

  /** Answers 401, 403 and 429 of the last ten minutes: what counts towards a ban. */
  invalidCount(now: number): number {
    const first = this.#invalid.findIndex((at) => at > now - 600_000);
    return first < 0 ? 0 : this.#invalid.length - first;
  }
}
