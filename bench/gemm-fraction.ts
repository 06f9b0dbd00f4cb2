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
import { interleave, summarise, timed } from './timing.js';

const SIZE = 1024;
/** Square products between two calls of the denoiser, so that both are timed in the same moments. */
const SQUARES = 5;
const OWN_RUNS = 15;
const SQUARE_OPERATIONS = 2 * SIZE ** 3;
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
  const square = await openProduct([SIZE, SIZE, SIZE], setup.threads);
  const rows = [];
  for (const [index, batch] of BATCHES.entries()) {
    const { flops, products } = counts[index]!;
    const contenders = { call: denoiserCall(denoiser, setup, batch), square: () => secondsEach(square.run, SQUARES) };
    const { call, square: peak } = await interleave(contenders, CALLS);
    const own = await productsRate(products, setup.threads);
    const share = (seconds: number, rate: number) => `${Math.round((100 * flops) / seconds / rate)} %`;
    rows.push({
      rows: batch,
      'GFLOP a call': flops / 1e9,
      'median, ms': call.median * 1000,
      'least, ms': call.min * 1000,
      'GFLOP/s': flops / call.median / 1e9,
      'square product, GFLOP/s': SQUARE_OPERATIONS / peak.median / 1e9,
      'of that, medians': share(call.median, SQUARE_OPERATIONS / peak.median),
      'of that, least times': share(call.min, SQUARE_OPERATIONS / peak.min),
      'its own products, GFLOP/s': own / 1e9,
      'of those': share(call.median, own),
    });
  }
  await square.dispose();
  await session.dispose();
  return {
    ...section,
    rows,
    notes: [
      `Square product: of two ${SIZE} × ${SIZE} float32 matrices by the same ONNX Runtime, ${SQUARES} between two calls of the ` +
        `denoiser, ${CALLS} times; ${setup.threads} threads.`,
      'Its own products: what its convolutions and linear layers come to as matrix products, each by itself at the ' +
        `best of ${OWN_RUNS} times.`,
      'Operations: convolutions, matrix products and attention, counted by PyTorch from their shapes, two for each ' +
        'multiplication with its addition.',
      `Operators, of the time of a call of ${BATCHES[0]} rows: ${await operatorShares(setup)}.`,
    ],
  };
}

/** Operations a second of several matrix products one after the other, each at its best. */
async function productsRate(products: readonly Product[], threads: number): Promise<number> {
  const known = new Map<string, number>();
  let [operations, seconds] = [0, 0];
  for (const product of products) {
    const key = product.join();
    const taken = known.get(key) ?? (await productSeconds(product, threads));
    known.set(key, taken);
    operations += 2 * product[0] * product[1] * product[2];
    seconds += taken;
  }
  return operations / seconds;
}

/** The least time of a matrix product. */
async function productSeconds(size: Readonly<Product>, threads: number): Promise<number> {
  const product = await openProduct(size, threads);
  const seconds: number[] = [];
  for (let k = 0; k < OWN_RUNS; k++) seconds.push((await timed(product.run)).seconds);
  await product.dispose();
  return summarise(seconds).min;
}

/** A matrix product in a session of its own. */
async function openProduct([rows, inner, columns]: Readonly<Product>, threads: number) {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-bench-'));
  try {
    const path = join(folder, 'matmul.onnx');
    await writeMatmulModel(path, [rows, inner, columns], createRng(0, 'matmul').gaussian(inner * columns));
    const session = await openSession(path, { threads });
    const a = random([rows, inner]);
    return { run: () => session.run({ a }), dispose: () => session.dispose() };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Seconds that each of `times` runs of `work` takes. */
async function secondsEach(work: () => Promise<unknown>, times: number): Promise<number> {
  const { seconds } = await timed(async () => {
    for (let k = 0; k < times; k++) await work();
  });
  return seconds / times;
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
    const call = denoiserCall(createDenoiser(session, setup.bundle.manifest.image.resolutions), setup, BATCHES[0]!);
    for (let k = 0; k < CALLS; k++) await call();
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

/** A call of the denoiser on inputs that are made once; it gives the seconds that it took. */
function denoiserCall(denoiser: Denoiser, { bundle }: Setup, rows: number): () => Promise<number> {
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
  return async () => (await timed(() => denoiser.predict(context, samples, schedule.timesteps >> 1))).seconds;
}

function random(dims: readonly number[]): FloatTensor {
  return floatTensor(dims, createRng(0, 'bench-input').gaussian(elementCount(dims)));
}
