import { createRequire } from 'node:module';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { thingsByGroup } from '../../core/things/index.js';
import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import { readWords } from '../../engine/context/index.js';
import { chooseProviders, createEngine, tryPainting } from '../../engine/pipeline/index.js';
import type { Engine } from '../../engine/requests/index.js';
import { hasGraphicsCard, PROVIDERS, type Provider, type ProviderWish } from '../../engine/runtime/index.js';
import type { Finding } from '../../platforms/index.js';

const GIB = 2 ** 30;
/** Loading the models and painting nine cells must fit; below this the system starts to swap. */
const MEMORY_WANTED = 1 * GIB;
const OLDEST_NODE = [20, 19] as const;
/** Providers whose libraries cannot exist elsewhere. */
const PLATFORMS: Readonly<Partial<Record<Provider, readonly NodeJS.Platform[]>>> = {
  cuda: ['linux', 'win32'],
  tensorrt: ['linux', 'win32'],
  coreml: ['darwin'],
  directml: ['win32'],
};

/** Whether this Node.js is one that Kaleido is tested on. */
export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const recent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (recent) return { status: 'ok', text: `Node.js ${version}` };
  return {
    status: 'failed',
    text: `Node.js ${version} is too old`,
    remedy: `Install ${OLDEST_NODE.join('.')} or newer.`,
  };
}

/** Version of the installed onnxruntime. */
export function checkRuntime(): Finding {
  const { version } = createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string };
  return { status: 'ok', text: `onnxruntime ${version}` };
}

/** Free memory and threads, in the system's own count. */
export function checkMachine(threads: number | undefined, free = freemem()): Finding {
  const memory = `${(free / GIB).toFixed(1)} of ${(totalmem() / GIB).toFixed(1)} GiB memory free`;
  const text = `${memory}, ${threads ?? 'default'} threads (${availableParallelism()} available)`;
  if (free >= MEMORY_WANTED) return { status: 'ok', text };
  return { status: 'note', text, remedy: 'Close other programs, or ask for fewer cells at a time.' };
}

/** Reads and verifies every file of the bundle. Rejects with the KaleidoError of `loadBundle`. */
export async function checkBundle(dir: string): Promise<{ finding: Finding; bundle: Bundle }> {
  const bundle = await loadBundle(dir);
  const { name, version, files } = bundle.manifest;
  const groups = thingsByGroup(bundle.memory).filter(({ things }) => things.length > 0);
  const lines = [
    `bundle ${name} ${version}: ${Object.keys(files).length} files verified, hash ${bundle.hash.slice(0, 12)}`,
    `    It knows ${groups.flatMap(({ things }) => things).length} things.`,
    ...groups.map(({ title, things }) => `    ${title}: ${things.join(', ')}.`),
  ];
  return { finding: { status: 'ok', text: lines.join('\n') }, bundle };
}

/** Reads the tables of words that prompts are read by. Throws the KaleidoError of `readWords`. */
export function checkWords(): Finding {
  const { emoji, names, kinds } = readWords();
  return { status: 'ok', text: `words: ${emoji.length} emoji, ${names.count} names, ${kinds.count} kinds of things` };
}

/**
 * How long a step of a grid takes on each execution provider, those of other platforms left out. One that is wanted but
 * does not work is a failure.
 *
 * @param hasCard whether WebGPU may find more than software here
 */
export async function checkProviders(
  bundle: Bundle,
  { providers: wanted, threads }: { providers: readonly ProviderWish[]; threads?: number | undefined },
  hasCard = hasGraphicsCard(),
): Promise<Finding[]> {
  const isWanted = (provider: Provider) => wanted.includes(provider);
  const here = PROVIDERS.filter(
    (provider) => isWanted(provider) || (PLATFORMS[provider]?.includes(process.platform) ?? true),
  );
  const tried = here.filter((provider) => provider !== 'webgpu' || hasCard);
  const trials = await tryPainting(bundle, tried, { threads });
  const findings = trials.map((trial): Finding => {
    const { provider } = trial;
    if ('ms' in trial) return { status: 'ok', text: `provider ${provider} works: ${steps(trial.ms)}` };
    return isWanted(provider)
      ? { status: 'failed', text: `provider ${provider} is wanted but does not work`, remedy: trial.why }
      : { status: 'note', text: `provider ${provider} is not available` };
  });
  return tried.length === here.length ? findings : [...findings, noCard(isWanted('webgpu'))];
}

/** @param ms for a step of a grid's four cells */
const steps = (ms: number) =>
  `a step of a grid of four in ${(ms / 1000).toFixed(3)} s, ${(4000 / ms).toFixed(1)} cell steps/s`;

function noCard(isWanted: boolean): Finding {
  const remedy =
    "Install the card's driver and Vulkan's loader (Debian and Ubuntu: libvulkan1); in a container hand the card in.";
  return isWanted
    ? {
        status: 'failed',
        text: 'provider webgpu is wanted, but there is no graphics card with a driver for it',
        remedy,
      }
    : { status: 'note', text: 'provider webgpu is not available: no graphics card with a driver for it' };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function paintOneStep(engine: Engine, signal: AbortSignal): Promise<number> {
  const prompt = 'a cat';
  const plan = await engine.plan({ prompt, count: 1, variety: 0, seed: 0 }, signal);
  const paint = async () => {
    for await (const event of engine.paint({ prompt, cells: plan.cells, steps: 1 }, signal)) {
      if (event.type === 'done') return;
    }
  };
  // The first pass opens the sessions; the second is what a user waits for.
  await paint();
  return seconds(paint);
}

/** Plans one cell and paints one step of it; rejects with the engine's KaleidoError when it cannot. */
export async function checkEngine(
  bundle: Bundle,
  { providers, threads }: { providers: readonly ProviderWish[]; threads: number | undefined },
  signal: AbortSignal,
): Promise<Finding> {
  const chosen = await chooseProviders(bundle, providers, { threads });
  const engine = await createEngine(bundle, { ...chosen, threads });
  try {
    const step = await paintOneStep(engine, signal);
    const [on = 'cpu'] = chosen.paintingProviders;
    return { status: 'ok', text: `painted one step of one cell in ${step.toFixed(2)} s, on ${on}` };
  } finally {
    await engine.dispose();
  }
}
