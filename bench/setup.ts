import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bundle, loadBundle } from '../src/engine/bundle/bundle.js';

/** What every benchmark gets. */
export interface Setup {
  bundle: Bundle;
  /** Threads for each model, on either side of a comparison. */
  threads: number;
  /** Counted repetitions. */
  rounds: number;
  /** Of a soak. */
  minutes: number;
  /** Python that has the training code's packages. */
  python: string;
}

export interface Options {
  setup: Setup;
  /** Names of the benchmarks to run; empty means all. */
  names: readonly string[];
  /** File for the numbers as JSON. */
  json: string | undefined;
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const TRAINING = join(ROOT, 'training');

/** Of every benchmark that plans or paints: two objects, so that the sequences are about as long as they get. */
export const PROMPT = 'a cat and a pizza';
/** Cells of a grid. */
export const CELLS = 4;
export const VARIETY = 60;

const SHIPPED = join(ROOT, 'models', 'stickers');
const TINY = join(ROOT, 'test', 'fixtures', 'bundle-tiny');

/**
 * Reads the command line.
 * @throws TypeError on an unknown option; KaleidoError when the bundle cannot be read
 */
export async function readOptions(words: readonly string[]): Promise<Options> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      bundle: { type: 'string' },
      threads: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '30' },
      python: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const setup = {
    // Absolute, because Python and the measured processes have working folders of their own.
    bundle: await loadBundle(values.bundle === undefined ? await defaultBundle() : resolve(values.bundle)),
    threads: positive('--threads', values.threads),
    rounds: positive('--rounds', values.rounds),
    minutes: positive('--minutes', values.minutes),
    python: values.python ?? (await defaultPython()),
  };
  return { setup, names: positionals, json: values.json };
}

async function defaultBundle(): Promise<string> {
  if (await exists(join(SHIPPED, 'kaleido.json'))) return SHIPPED;
  console.error(`There is no bundle in ${SHIPPED} yet; the tiny one of the tests is used, whose numbers mean little.`);
  return TINY;
}

async function defaultPython(): Promise<string> {
  // biome-ignore lint/style/noProcessEnv: benchmarks are no part of the program that src/config.ts configures
  const chosen = process.env.KALEIDO_PYTHON;
  if (chosen) return chosen;
  const windows = process.platform === 'win32';
  const local = join(TRAINING, '.venv', ...(windows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
  if (await exists(local)) return local;
  return windows ? 'python' : 'python3';
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new TypeError(`${option} must be a whole number from 1 on.`);
  return value;
}
