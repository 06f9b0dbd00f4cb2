/** Seconds that `work` takes by the clock and of the processor, and what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; processor: number; result: T }> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6, result };
}

/** Seconds of repeated runs of the same work. */
export interface Timing {
  median: number;
  min: number;
}

/** @param seconds not empty */
export function summarise(seconds: readonly number[]): Timing {
  const sorted = [...seconds].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, min: sorted[0]! };
}

/**
 * Runs several pieces of work in turn, A B A B …, so that whatever else the machine does strikes all of them alike. A
 * first round warms up and is not counted.
 *
 * @param contenders what to run by name; each gives the seconds it took
 * @param rounds how often each is counted, ≥ 1
 */
export async function interleave<K extends string>(
  contenders: Readonly<Record<K, () => Promise<number>>>,
  rounds: number,
): Promise<Record<K, Timing>> {
  const names = Object.keys(contenders) as K[];
  const seconds = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const taken = await contenders[name]();
      if (round > 0) seconds.get(name)!.push(taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summarise(seconds.get(name)!)])) as Record<K, Timing>;
}
