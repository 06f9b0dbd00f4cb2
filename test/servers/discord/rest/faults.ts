/** Something that goes wrong on purpose. */
export interface Fault {
  /** Any, when left out. */
  method?: string;
  /** Tested on the decoded path below /api/v10. */
  path: RegExp;
  /** How many requests it meets; 1 when left out. */
  times?: number;
  happening:
    | { status: 500 | 502 | 503 }
    | { status: 429; retryAfterMs: number; isGlobal?: boolean }
    /** The connection breaks before or after the request took effect. */
    | { drop: 'before' | 'after' };
}

/** Faults that tests have ordered, each for a number of requests. */
export class Faults {
  #orders: { fault: Fault; left: number }[] = [];
  /** Requests that met one so far. */
  met = 0;

  order(fault: Fault): void {
    this.#orders.push({ fault, left: fault.times ?? 1 });
  }

  /** Nothing that was ordered happens any more. */
  end(): void {
    this.#orders = [];
  }

  /** Takes the first fault that meets the request, if any. */
  meet(method: string, path: string): Fault['happening'] | null {
    const order = this.#orders.find(
      ({ fault, left }) => left > 0 && (fault.method === undefined || fault.method === method) && fault.path.test(path),
    );
    if (!order) return null;
    order.left--;
    this.met++;
    return order.fault.happening;
  }
}
