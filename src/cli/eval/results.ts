import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder, readRegularFile } from '../../engine/basics/index.js';

import { METHODS } from '../../engine/evaluation/index.js';
import { GUIDANCE_NAMES } from '../../engine/guidance/index.js';
import { SAMPLER_NAMES } from '../../engine/samplers/index.js';
import { CliError } from '../errors.js';

const number = z.number();

const scores = z.object({
  frechetDistance: number,
  precision: number,
  recall: number,
  density: number,
  coverage: number,
  mss: number,
  mssWithSelf: number,
  vendi: number,
  fidelity: number,
  promptSimilarity: number,
});

const row = z.object({ method: z.enum(METHODS), guidance: number, seed: number, steps: number, scores });

const settings = z.object({
  bundle: z.string(),
  baseline: z.string().optional(),
  /** Of each folder its hash: a model that was trained anew under its old name is another one. */
  evaluator: z.string(),
  prompts: z.array(z.string()),
  perPrompt: number,
  guidanceRule: z.enum(GUIDANCE_NAMES),
  guidanceInterval: z.tuple([number, number]),
  sampler: z.enum(SAMPLER_NAMES),
  cadsScale: number,
  real: number,
});

const results = z.object({ settings, rows: z.array(row) });

/** One method at one guidance scale, number of steps and seed. */
export type ResultRow = z.infer<typeof row>;
export type ResultSettings = z.infer<typeof settings>;
export type Results = z.infer<typeof results>;

/** Bytes; a row has some five hundred. */
const LARGEST_FILE = 64 * 1024 * 1024;
export const RESULTS_FILE = 'results.json';

/**
 * The results in this folder, whose rows a new run need not repeat; no rows where there was no earlier run. A baseline
 * may be added to a run that had none, and left out of one that had it.
 * @throws KaleidoError `bad_option` where the folder holds a run of other settings
 */
export async function openResults(folder: string, wanted: ResultSettings): Promise<Results> {
  const path = join(folder, RESULTS_FILE);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return { settings: wanted, rows: [] };
  const found = parseResults(path, (await readRegularFile(path, LARGEST_FILE)).toString());
  const both = { ...wanted, baseline: wanted.baseline ?? found.settings.baseline };
  const before = { ...found.settings, baseline: found.settings.baseline ?? wanted.baseline };
  // Parsed, both have their keys in one order.
  const same = JSON.stringify(settings.parse(before)) === JSON.stringify(settings.parse(both));
  if (same) return { settings: both, rows: found.rows };
  throw new CliError('bad_option', { why: 'other_run', option: '--out', path });
}

/** @throws KaleidoError `bad_option` where the file cannot be used */
export function parseResults(path: string, text: string): Results {
  try {
    return results.parse(JSON.parse(text));
  } catch (cause) {
    throw new CliError('bad_option', { why: 'no_results', option: '--out', path }, cause);
  }
}

/** Writes the results so that a kill midway leaves the previous ones whole. */
export async function writeResults(folder: string, found: Results): Promise<void> {
  await makeFolder(folder);
  const part = join(folder, `${RESULTS_FILE}.part`);
  await writeFile(part, `${JSON.stringify(found, null, 1)}\n`);
  await rename(part, join(folder, RESULTS_FILE));
}
