import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createRng } from '../src/engine/basics/rng.js';
import { elementCount, type FloatTensor, floatTensor } from '../src/engine/basics/tensor.js';
import { createLatentContext, createTextTokenizer } from '../src/engine/context/index.js';
import type { Context, Denoiser, Pyramid } from '../src/engine/diffusion/denoiser.js';
import { createDenoiser } from '../src/engine/diffusion/denoiser.js';
import { openSession } from '../src/engine/runtime/onnx.js';
import { jobOf } from './job.js';
import { writeMatmulModel } from './matmul-model.js';
import { type Product, startReference } from './pytorch.js';
import type { Section } from './section.js';
import type { Setup } from './setup.js';
import { summarise, type Timing, timed } from './timing.js';

const SIZE = 1024;
const GEMM_RUNS = 30;
const OWN_RUNS = 15;
const CALLS = 20;
/** Entries that the denoiser attends to: the null one, a prompt of 6 pieces and the latents of two objects. */
const CONTEXT = 128;
/** Of a grid of four, without guidance and with it. */
const BATCHES = [4, 8];

/** Operators that are named by themselves in the note on what takes the time. */
const NAMED_OPERATORS = 8;

/** Which part of the machine's matrix-product speed the denoiser reaches. */
export async function gemmFraction(setup: Setup): Promise<Section> {
  const section = { name: 'gemm-fraction', title: 'The denoiser against matrix products' };
  const context = createLatentContext(setup.bundle, createTextTokenizer(setup.bundle));
  const reference = await startReference(setup.python, jobOf(setup, context, [], []));
  if (!reference) return { ...section, rows: [], notes: ['Left out: PyTorch counts the operations.'] };
  const counts: Awaited<ReturnType<typeof reference.flops>>[] = [];
  for (const batch of BATCHES) counts.push(await reference.flops(batch, CONTEXT));
  await reference.close();

  const session = await openSession(setup.bundle.graphPath('denoiser.onnx'), { threads: setup.threads });
  const denoiser = createDenoiser(session, setup.bundle.manifest.image.resolutions);
  const calls: Timing[] = [];
  const own: number[] = [];
  let peak = await gemmPeak(setup.threads);
  for (const [index, batch] of BATCHES.entries()) {
    calls.push(await denoiserCall(denoiser, setup, batch));
    own.push(await productsRate(counts[index]!.products, setup.threads));
    // Again, so that the peak is one of the same minutes.
    peak = Math.max(peak, await gemmPeak(setup.threads));
  }
  await session.dispose();
  const rows = calls.map(({ median, min }, index) => {
    const giga = counts[index]!.flops / 1e9;
    const part = (whole: number) => `${Math.round((100 * giga) / median / whole)} %`;
    return {
      rows: BATCHES[index]!,
      'GFLOP a call': giga,
      'median, ms': median * 1000,
      'least, ms': min * 1000,
      'GFLOP/s': giga / median,
      'of the peak': part(peak),
      'its own products, GFLOP/s': own[index]!,
      'of those': part(own[index]!),
    };
  });
  return {
    ...section,
    rows,
    notes: [
      `Peak: ${peak.toFixed(0)} GFLOP/s, the best of ${GEMM_RUNS * (BATCHES.length + 1)} products of two ${SIZE} × ${SIZE} float32 matrices by the same ONNX Runtime in the same run, ${setup.threads} threads.`,
      'Its own products: what its convolutions and linear layers come to as matrix products, each by itself at the ' +
        `best of ${OWN_RUNS} times.`,
      'Operations: convolutions, matrix products and attention, counted by PyTorch from their shapes, two for each ' +
        'multiplication with its addition.',
      `Operators, of the time of a call of ${BATCHES[0]} rows: ${await operatorShares(setup)}.`,
    ],
  };
}

/** GFLOP/s of one large matrix product, the best of many. */
async function gemmPeak(threads: number): Promise<number> {
  return (2 * SIZE ** 3) / (await productSeconds([SIZE, SIZE, SIZE], threads, GEMM_RUNS)) / 1e9;
}

/** GFLOP/s of several matrix products one after the other, each at its best. */
async function productsRate(products: readonly Product[], threads: number): Promise<number> {
  const known = new Map<string, number>();
  let [operations, seconds] = [0, 0];
  for (const product of products) {
    const key = product.join();
    const taken = known.get(key) ?? (await productSeconds(product, threads, OWN_RUNS));
    known.set(key, taken);
    operations += 2 * product[0] * product[1] * product[2];
    seconds += taken;
  }
  return operations / seconds / 1e9;
}

/** The least time of a matrix product. */
async function productSeconds(
  [rows, inner, columns]: Readonly<Product>,
  threads: number,
  runs: number,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-bench-'));
  try {
    const path = join(folder, 'matmul.onnx');
    await writeMatmulModel(path, [rows, inner, columns], createRng(0, 'matmul').gaussian(inner * columns));
    const session = await openSession(path, { threads });
    const a = random([rows, inner]);
    const seconds: number[] = [];
    for (let k = 0; k < runs; k++) seconds.push((await timed(() => session.run({ a }))).seconds);
    await session.dispose();
    return summarise(seconds).min;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** An event of ONNX Runtime's profile; those of operators tell which. */
const profile = z.array(
  z.looseObject({
    name: z.string(),
    dur: z.number(),
    args: z.looseObject({ op_name: z.string().optional() }).optional(),
  }),
);

/** Which operators a call of the denoiser spends its time on, the most costly first. */
async function operatorShares(setup: Setup): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-bench-'));
  try {
    const path = setup.bundle.graphPath('denoiser.onnx');
    const session = await openSession(path, { threads: setup.threads, profilePrefix: join(folder, 'denoiser') });
    await denoiserCall(createDenoiser(session, setup.bundle.manifest.image.resolutions), setup, BATCHES[0]!);
    await session.dispose();
    const [file] = await readdir(folder);
    const spent = new Map<string, number>();
    for (const { name, dur, args } of profile.parse(JSON.parse(await readFile(join(folder, file!), 'utf8')))) {
      if (!args?.op_name || !name.endsWith('_kernel_time')) continue;
      spent.set(args.op_name, (spent.get(args.op_name) ?? 0) + dur);
    }
    const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
    const sorted = [...spent].sort(([, a], [, b]) => b - a).slice(0, NAMED_OPERATORS);
    const shares = sorted.map(([name, time]) => `${name} ${Math.round((100 * time) / all)} %`);
    const rest = all - sorted.reduce((sum, [, time]) => sum + time, 0);
    return `${shares.join(', ')}, others ${Math.round((100 * rest) / all)} %`;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function denoiserCall(denoiser: Denoiser, { bundle }: Setup, rows: number): Promise<Timing> {
  const { image, model, schedule } = bundle.manifest;
  const cache = [model.context_layers, rows, model.context_heads, CONTEXT, model.context_head_size];
  const context: Context = {
    rows,
    keys: random(cache),
    values: random(cache),
    mask: floatTensor([rows, CONTEXT], new Float32Array(rows * CONTEXT).fill(1)),
    guess: random([rows, 4, image.size, image.size]),
  };
  const samples: Pyramid[] = Array.from({ length: rows }, () =>
    image.resolutions.map((side) => random([4, side, side]).data),
  );
  const seconds: number[] = [];
  for (let call = 0; call <= CALLS; call++) {
    const taken = await timed(() => denoiser.predict(context, samples, schedule.timesteps >> 1));
    if (call > 0) seconds.push(taken.seconds);
  }
  return summarise(seconds);
}

function random(dims: readonly number[]): FloatTensor {
  return floatTensor(dims, createRng(0, 'bench-input').gaussian(elementCount(dims)));
}
