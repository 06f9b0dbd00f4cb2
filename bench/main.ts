import { writeFile } from 'node:fs/promises';
import { blocklist } from './blocklist.js';
import { cost } from './cost.js';
import { drain } from './drain.js';
import { engineVsPytorch } from './engine-vs-pytorch.js';
import { gemmFraction } from './gemm-fraction.js';
import { load } from './load.js';
import { describeMachine, machineLine } from './machine.js';
import { memory } from './memory.js';
import { pack } from './pack.js';
import { priorCache } from './prior-cache.js';
import { queueOverhead } from './queue-overhead.js';
import { reading } from './reading.js';
import { recall } from './recall.js';
import { type Section, toMarkdown } from './section.js';
import { readOptions, type Setup } from './setup.js';
import { soak } from './soak.js';
import { softTokens } from './soft-tokens.js';

const BENCHMARKS: Readonly<Record<string, (setup: Setup) => Promise<Section>>> = {
  reading,
  recall,
  pack,
  'engine-vs-pytorch': engineVsPytorch,
  'gemm-fraction': gemmFraction,
  cost,
  'prior-cache': priorCache,
  'soft-tokens': softTokens,
  memory,
  load,
  drain,
  soak,
  'queue-overhead': queueOverhead,
  blocklist,
};

/** Run only when asked for by name. */
const LONG: readonly string[] = ['soak'];

const { setup, names, json } = await readOptions(process.argv.slice(2));
for (const name of names) {
  if (!BENCHMARKS[name]) throw new TypeError(`There is no benchmark ${name}; choose from ${Object.keys(BENCHMARKS)}.`);
}
const machine = describeMachine();
const { name, version } = setup.bundle.manifest;
console.log(`Bundle ${name} ${version}; ${machineLine(machine)}.\n`);
const sections: Section[] = [];
for (const [benchmark, measure] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 ? !names.includes(benchmark) : LONG.includes(benchmark)) continue;
  const section = await measure(setup);
  sections.push(section);
  console.log(toMarkdown(section));
}
if (json !== undefined) {
  const { threads, rounds } = setup;
  await writeFile(
    json,
    `${JSON.stringify({ bundle: { name, version }, machine, threads, rounds, sections }, null, 2)}\n`,
  );
}
