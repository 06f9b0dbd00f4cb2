import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Denoiser, Pyramid } from '../src/engine/diffusion/denoiser.js';
import { createDenoiser } from '../src/engine/diffusion/denoiser.js';
import { createLatentContext } from '../src/engine/latents/context.js';
import { openSession } from '../src/engine/onnx.js';
import { createRng } from '../src/engine/rng.js';
import { elementCount, type FloatTensor, floatTensor } from '../src/engine/tensor.js';
import { createTextTokenizer } from '../src/engine/text-tokenizer.js';
import { jobOf } from './job.js';
import { writeMatmulModel } from './matmul-model.js';
import { startReference } from './pytorch.js';
import type { Section } from './section.js';
import type { Setup } from './setup.js';
import { summarise, type Timing, timed } from './timing.js';

const SIZE = 1024;
const GEMM_RUNS = 30;
const CALLS = 20;
/** Entries that the denoiser attends to: the null one, a prompt of 6 pieces and the latents of two objects. */
const CONTEXT = 128;
/** Of a grid of four, without guidance and with it. */
const BATCHES = [4, 8];

/** Which part of the machine's matrix-product speed the denoiser reaches. */
export async function gemmFraction(setup: Setup): Promise<Section> {
  const section = { name: 'gemm-fraction', title: 'The denoiser against matrix products' };
  const context = createLatentContext(setup.bundle, createTextTokenizer(setup.bundle));
  const reference = await startReference(setup.python, jobOf(setup, context, [], []));
  if (!reference) return { ...section, rows: [], notes: ['Left out: PyTorch counts the operations.'] };
  const flops = await Promise.all(BATCHES.map((batch) => reference.flops(batch, CONTEXT)));
  await reference.close();

  const session = await openSession(setup.bundle.graphPath('denoiser.onnx'), { threads: setup.threads });
  const denoiser = createDenoiser(session, setup.bundle.manifest.image.resolutions);
  const calls: Timing[] = [];
  let peak = await gemmPeak(setup.threads);
  for (const batch of BATCHES) {
    calls.push(await denoiserCall(denoiser, setup, batch));
    // Again, so that the peak is one of the same minutes.
    peak = Math.max(peak, await gemmPeak(setup.threads));
  }
  const rows = calls.map(({ median, min }, index) => {
    const giga = flops[index]! / 1e9;
    return {
      rows: BATCHES[index]!,
      'GFLOP a call': giga,
      'median, ms': median * 1000,
      'least, ms': min * 1000,
      'GFLOP/s': giga / median,
      'of the peak': `${Math.round((100 * giga) / median / peak)} %`,
    };
  });
  await session.dispose();
  return {
    ...section,
    rows,
    notes: [
      `Peak: ${peak.toFixed(0)} GFLOP/s, the best of ${GEMM_RUNS * (BATCHES.length + 1)} products of two ${SIZE} × ${SIZE} float32 matrices by the same ONNX Runtime in the same run, ${setup.threads} threads.`,
      'Operations: convolutions, matrix products and attention, counted by PyTorch from their shapes, two for each multiplication with its addition.',
    ],
  };
}

/** GFLOP/s of one large matrix product, the best of many. */
async function gemmPeak(threads: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-bench-'));
  try {
    const path = join(folder, 'matmul.onnx');
    await writeMatmulModel(path, [SIZE, SIZE, SIZE], createRng(0, 'matmul').gaussian(SIZE * SIZE));
    const session = await openSession(path, { threads });
    const a = random([SIZE, SIZE]);
    const seconds: number[] = [];
    for (let k = 0; k < GEMM_RUNS; k++) seconds.push((await timed(() => session.run({ a }))).seconds);
    await session.dispose();
    return (2 * SIZE ** 3) / summarise(seconds).min / 1e9;
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
