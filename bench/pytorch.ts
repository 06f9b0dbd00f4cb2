import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { LatentKind } from '../src/engine/latents/index.js';
import type { RecallAnswers, RecallWork } from './recall-planner.js';
import { TRAINING } from './setup.js';

/** What `training/kaleido/reports/bench.py` reads; it says what each field means. */
export interface Job {
  bundle: string;
  threads: number;
  prompt: string;
  temperature: Readonly<Partial<Record<LatentKind, number>>>;
  top_p: Readonly<Partial<Record<LatentKind, number>>>;
  draws: number[][];
  contents: Readonly<Record<string, number[]>>[];
  noise: Readonly<Record<string, string>>;
  sampler: string;
  steps: number;
  guidance: number;
  interval: readonly [number, number] | null;
}

/** A matrix of activations [rows, inner] by one of weights [inner, columns]: rows, inner, columns. */
export type Product = [number, number, number];

/** A running Python process that does a job's work whenever asked. */
export interface Reference {
  /** Version of PyTorch. */
  torch: string;
  plan(): Promise<{ seconds: number; sequences: number[][] }>;
  /** Pictures are premultiplied RGBA, −1…1, [cells, 4, 64, 64] flat. */
  paint(): Promise<{ seconds: number; pictures: Float32Array }>;
  /** What a plan from memory asks of the networks. */
  recall(work: RecallWork): Promise<RecallAnswers & { seconds: number; processor: number }>;
  /**
   * Of one denoiser call: its operations, two for each multiplication with its addition, and the matrix products that
   * its convolutions and linear layers come to.
   */
  flops(batch: number, context: number): Promise<{ flops: number; products: Product[] }>;
  close(): Promise<void>;
}

const ready = z.object({ torch: z.string() });
const planned = z.object({ seconds: z.number(), sequences: z.array(z.array(z.int())) });
const painted = z.object({ seconds: z.number(), pictures: z.base64() });
const recalled = z.object({
  seconds: z.number(),
  processor: z.number(),
  scores: z.array(z.number()),
  tokens: z.array(z.array(z.int())),
});
const counted = z.object({ flops: z.number(), products: z.array(z.tuple([z.int(), z.int(), z.int()])) });

/** Starts the reference, or says on stderr how to make it work and gives undefined. */
export async function startReference(python: string, job: Job): Promise<Reference | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-bench-'));
  const file = join(folder, 'job.json');
  await writeFile(file, JSON.stringify(job));
  const child = spawn(python, ['-m', 'kaleido.reports.bench', file], {
    cwd: TRAINING,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = collect(child);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // A child that ends early breaks the pipe; the missing answer tells that already.
  child.stdin.on('error', () => undefined);
  const close = async () => {
    child.stdin.end();
    await ended;
    await rm(folder, { recursive: true });
  };
  const next = async (): Promise<unknown> => {
    const { value, done } = await answers.next();
    return done ? undefined : JSON.parse(value);
  };

  const first = ready.safeParse(await next());
  if (!first.success) {
    await close();
    console.error(
      `PyTorch's side is left out: ${python} cannot run kaleido.reports.bench (${(await ended).trim().split('\n').at(-1)}).\n` +
        'To have it: python3 -m venv training/.venv && training/.venv/bin/pip install ./training, ' +
        'or set KALEIDO_PYTHON to a Python with those packages.',
    );
    return undefined;
  }
  const ask = async <T>(answer: z.ZodType<T>, command: string, options: object = {}): Promise<T> => {
    child.stdin.write(`${JSON.stringify({ command, ...options })}\n`);
    const reply = await next();
    if (reply === undefined) throw new Error(`PyTorch's side stopped at ${command}: ${await ended}`);
    return answer.parse(reply);
  };
  return {
    torch: first.data.torch,
    plan: () => ask(planned, 'plan'),
    async paint() {
      const { seconds, pictures } = await ask(painted, 'paint');
      const bytes = Buffer.from(pictures, 'base64');
      return { seconds, pictures: new Float32Array(Uint8Array.from(bytes).buffer) };
    },
    recall({ worded, descriptions, pictures }) {
      const bytes = Buffer.concat(
        pictures.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
      );
      return ask(recalled, 'recall', { text: worded, descriptions, pictures: bytes.toString('base64') });
    },
    flops: (batch, context) => ask(counted, 'flops', { batch, context }),
    close,
  };
}

/** All that the child has said on stderr by its end, or why it could not be started. */
async function collect(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr!.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  try {
    await once(child, 'close');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return text;
}
