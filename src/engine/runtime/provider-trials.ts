import { floatTensor, intTensor, type Tensor } from '../basics/index.js';
import { type GraphInput, openSession, type Provider, type Session, type SessionOptions } from './onnx.js';

/** How a provider did with a graph. */
export type ProviderTrial =
  /** @param ms of one run */
  { provider: Provider; ms: number } | { provider: Provider; why: string };

export interface TrialOptions extends Pick<SessionOptions, 'threads' | 'onProgress'> {
  /** Sizes of axes that the graph leaves free, by name; 1 for all others. */
  sizes: Readonly<Record<string, number>>;
  /** How a graph is opened; replaceable so that the choice can be tested without a card. */
  open?: (path: string, options: SessionOptions) => Promise<Session>;
  /** Milliseconds. */
  now?: () => number;
}

/** Timed runs of each, of which the best counts: the first compiles, and another process may come between. */
const RUNS = 3;
/** How far numbers may be from the CPU's, as a part of the largest: half precision within is no fault. */
const TOLERANCE = 0.02;
/** A provider has to be that much faster than the CPU, or is not worth what may go wrong with it. */
const GAIN = 0.8;

/**
 * Runs one graph on each provider, on the CPU first, with made-up numbers. Who cannot open it, or calculates something
 * else than the CPU, says why.
 */
export async function tryProviders(
  path: string,
  providers: readonly Provider[],
  options: TrialOptions,
): Promise<ProviderTrial[]> {
  const cpu = await trial(path, 'cpu', options);
  const trials: ProviderTrial[] = [cpu.trial];
  for (const provider of providers) {
    if (provider === 'cpu') continue;
    const its = await trial(path, provider, options);
    const isOff = its.outputs !== undefined && cpu.outputs !== undefined && !areAlike(its.outputs, cpu.outputs);
    trials.push(isOff ? { provider, why: 'it calculates something else than the CPU' } : its.trial);
  }
  return trials;
}

/** Providers that are faster than the CPU, the fastest first, and the CPU. */
export function fastestFirst(trials: readonly ProviderTrial[]): Provider[] {
  const timed = trials.flatMap((one) => ('ms' in one ? [one] : []));
  const cpu = timed.find(({ provider }) => provider === 'cpu')?.ms ?? Number.POSITIVE_INFINITY;
  const faster = timed.filter(({ provider, ms }) => provider !== 'cpu' && ms < GAIN * cpu);
  return [...faster.sort((a, b) => a.ms - b.ms).map(({ provider }) => provider), 'cpu'];
}

async function trial(
  path: string,
  provider: Provider,
  { sizes, open = openSession, now = () => performance.now(), ...options }: TrialOptions,
): Promise<{ trial: ProviderTrial; outputs?: Record<string, Tensor> }> {
  let why = '';
  const onWarning = (message: string) => {
    why = message;
  };
  const session = await open(path, { ...options, providers: [provider], onWarning });
  try {
    if (session.provider !== provider) return { trial: { provider, why } };
    const inputs = madeUp(session.inputs, sizes);
    const outputs = await session.run(inputs);
    let ms = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const start = now();
      await session.run(inputs);
      ms = Math.min(ms, now() - start);
    }
    // It may have gone on on the CPU.
    return session.provider === provider ? { trial: { provider, ms }, outputs } : { trial: { provider, why } };
  } finally {
    await session.dispose();
  }
}

function madeUp(
  inputs: ReadonlyMap<string, GraphInput>,
  sizes: Readonly<Record<string, number>>,
): Record<string, Tensor> {
  const free = new Map(Object.entries(sizes));
  return Object.fromEntries(
    [...inputs].map(([name, { type, shape }]) => {
      const dims = shape.map((size) => (typeof size === 'number' ? size : (free.get(size) ?? 1)));
      const length = dims.reduce((product, size) => product * size, 1);
      const isWhole = type.includes('int');
      const tensor = isWhole
        ? intTensor(dims, new Int32Array(length))
        : floatTensor(
            dims,
            Float32Array.from({ length }, (_, k) => 0.5 + 0.4 * Math.sin(k)),
          );
      return [name, tensor];
    }),
  );
}

function areAlike(some: Readonly<Record<string, Tensor>>, others: Readonly<Record<string, Tensor>>): boolean {
  const byName = new Map(Object.entries(others));
  return Object.entries(some).every(([name, { data }]) => {
    const other = byName.get(name)?.data;
    if (other === undefined || other.length !== data.length) return false;
    let [off, most] = [0, 0];
    for (let k = 0; k < data.length; k++) {
      off = Math.max(off, Math.abs(Number(data[k]) - Number(other[k])));
      most = Math.max(most, Math.abs(Number(other[k])));
    }
    return off <= TOLERANCE * most;
  });
}
