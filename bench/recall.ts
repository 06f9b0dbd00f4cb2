import { setTimeout as pause } from 'node:timers/promises';
import { artworksOf } from '../src/core/contents/artworks.js';
import type { RgbaImage } from '../src/engine/basics/rgba-image.js';
import { encodeLatentCode } from '../src/engine/codes/latent-code.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../src/engine/context/index.js';
import { createDescriber, type Describer } from '../src/engine/describe/index.js';
import { createDrafts, type DraftsOfAll } from '../src/engine/draft/drafts.js';
import { visualTokenizerOf } from '../src/engine/manifest/manifest.js';
import { ownThing } from '../src/engine/own/index.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { type CandidateSource, candidatesOf } from '../src/engine/recall/request-candidates.js';
import { type CheckedPlanRequest, checkPlanRequest } from '../src/engine/requests/check.js';
import type { Plan, PlanRequest } from '../src/engine/requests/types.js';
import { readAhead } from '../src/engine/words/index.js';
import { renderGrid } from '../src/images/grid.js';
import { asThing, cutOut, takePicture, toDescribe } from '../src/images/intake/index.js';
import { encodePng, rasterise } from '../src/images/sharp.js';
import { jobOf } from './job.js';
import { paintToEnd } from './paint-to-end.js';
import { startReference } from './pytorch.js';
import { openRecallPlanner, type RecallAnswers, type RecallWork } from './recall-planner.js';
import type { Row, Section } from './section.js';
import { CELLS, PROMPT, type Setup, VARIETY } from './setup.js';
import { summarise, timed } from './timing.js';

/** A single thing, two that stand to each other, a coloured one that wears something. */
const PROMPTS = ['a cat', PROMPT, 'a red fox wearing a crown'];
/** Lets the other side's threads fall asleep: both keep spinning for a while after their last work. */
const REST_MS = 400;
/** Rounds that do not count: the first opens the painting graphs, and V8 still compiles in the second and third. */
const WARM_UP = 3;
/** Nats that rounding may make. */
const SAME_SCORE = 0.01;

const WORK = {
  reading: { name: 'reading, ms', unit: 1000, aim: '–' },
  drafting: { name: 'reading and drafting, ms', unit: 1000, aim: '≤ 60' },
  own: { name: 'an own thing read, measured and drafted, ms', unit: 1000, aim: '≤ 150' },
  described: { name: 'a picture described, ms', unit: 1000, aim: '≤ 400' },
  networks: { name: 'networks of a plan, s', unit: 1, aim: '–' },
  theirs: { name: 'the same by PyTorch, s', unit: 1, aim: '–' },
  networksBusy: { name: 'networks of a plan, processor time, s', unit: 1, aim: '–' },
  theirsBusy: { name: 'the same by PyTorch, processor time, s', unit: 1, aim: '–' },
  plan: { name: 'plan, s', unit: 1, aim: '≤ 0.35' },
  paint: { name: 'paint, s', unit: 1, aim: '–' },
  png: { name: 'PNG, s', unit: 1, aim: '–' },
  grid: { name: 'grid (plan, paint, PNG), s', unit: 1, aim: '≤ 1.5' },
} as const;

type Work = keyof typeof WORK;
/** What the processor time of some work is noted as. */
const BUSY: Readonly<Partial<Record<Work, Work>>> = { networks: 'networksBusy' };
type Medians = Partial<Record<Work, number>>;

/**
 * What a grid from memory takes, part by part, at the default recall; every round has another seed, and so other
 * artwork. PyTorch does what the plan asks of the networks.
 */
export async function recall(setup: Setup): Promise<Section> {
  const { bundle, threads, rounds, python } = setup;
  const { manifest } = bundle;
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const drafts = createDrafts(bundle);
  const source = { manifest, reader: context.reader, drafts };
  // Drafts of its own, or every picture would be at hand that the planner is to draw.
  const planner = await openRecallPlanner(setup, context, { ...source, drafts: createDrafts(bundle) });
  const engine = await createEngine(bundle, { threads });
  const reference = await startReference(python, jobOf(setup, context, [], []));
  const medians: Medians[] = [];
  const notes: string[] = [];
  const describe = createDescriber(bundle);
  const bench = { setup, context, source, drafts, describe, planner, engine, reference };
  readAhead(context.reader);
  const clocks = PROMPTS.map(() => createStopwatch());
  const eachRound = async (run: (clock: Stopwatch, prompt: string, round: number) => Promise<void>) => {
    for (const [k, prompt] of PROMPTS.entries()) {
      for (let round = 1 - WARM_UP; round <= rounds; round++) {
        clocks[k]!.isCounting = round > 0;
        await run(clocks[k]!, prompt, round + WARM_UP);
      }
    }
  };
  // First the networks of all plans: the other side paints nothing whose leavings a collector would clear away
  // meanwhile.
  const alike = new Map<string, string>();
  await eachRound(async (clock, prompt, round) => {
    const note = await compareNetworks(bench, clock, prompt, round);
    if (note !== undefined) alike.set(prompt, note);
  });
  for (const [prompt, note] of alike) notes.push(`“${prompt}”: ${note}`);
  await eachRound((clock, prompt, round) => runRound(bench, clock, prompt, round));
  for (const clock of clocks) medians.push(clock.medians());
  await Promise.all([reference?.close(), engine.dispose(), planner.dispose()]);
  return {
    name: 'recall',
    title: 'A grid from memory',
    rows: rowsOf(medians),
    notes: [
      ...notes,
      `${CELLS} cells, variety ${VARIETY}, the default recall, ${threads} threads; medians of ${rounds} rounds, ` +
        'each of another seed.',
      `Drafting: all candidates described, ${CELLS} composed. Networks: the prompt encoded, every description ` +
        `scored, ${CELLS} drafts as visual tokens. The plan is both, and choosing.`,
      ...(reference
        ? [`PyTorch ${reference.torch}, eager, all descriptions in one padded batch, ${threads} threads.`]
        : []),
    ],
  };
}

/** Seconds of each piece of work, while they count. */
interface Stopwatch {
  isCounting: boolean;
  note(work: Work, taken: number): void;
  /** Takes the time of a piece of work; of that of the networks, the processor time too. */
  measure<T>(work: Work, what: () => Promise<T>): Promise<T>;
  /** In the units of `WORK`. */
  medians(): Medians;
}

function createStopwatch(): Stopwatch {
  const seconds = new Map<Work, number[]>();
  const stopwatch: Stopwatch = {
    isCounting: false,
    note(work, taken) {
      if (stopwatch.isCounting) seconds.set(work, [...(seconds.get(work) ?? []), taken]);
    },
    async measure(work, what) {
      const { seconds: taken, processor, result } = await timed(what);
      stopwatch.note(work, taken);
      const busy = BUSY[work];
      if (busy) stopwatch.note(busy, processor);
      return result;
    },
    medians: () =>
      Object.fromEntries([...seconds].map(([work, taken]) => [work, summarise(taken).median * WORK[work].unit])),
  };
  return stopwatch;
}

interface Bench {
  setup: Setup;
  context: LatentContext;
  source: CandidateSource;
  drafts: DraftsOfAll;
  describe: Describer;
  planner: Awaited<ReturnType<typeof openRecallPlanner>>;
  engine: Awaited<ReturnType<typeof createEngine>>;
  reference: Awaited<ReturnType<typeof startReference>>;
}

/** Somebody else each round, or the prompt would have been read. */
const requestOf = (prompt: string, round: number) => ({
  prompt,
  locale: `en-x-${round}`,
  count: CELLS,
  variety: VARIETY,
  seed: round,
});

/**
 * What a plan asks of the networks, by the engine and by PyTorch.
 *
 * @returns how alike both sides' answers are; undefined without PyTorch
 */
async function compareNetworks(
  { context, source, planner, reference }: Bench,
  { measure, note }: Stopwatch,
  prompt: string,
  round: number,
): Promise<string | undefined> {
  const work = await draftCells(source, checkPlanRequest(requestOf(prompt, round), context));
  await pause(REST_MS);
  const ours = await measure('networks', () => planner.askNetworks(work));
  if (!reference) return undefined;
  await pause(REST_MS);
  const theirs = await reference.recall(work);
  note('theirs', theirs.seconds);
  note('theirsBusy', theirs.processor);
  return agreement(ours, theirs);
}

/** All else once. */
async function runRound(
  { setup, context, source, drafts, describe, planner, engine }: Bench,
  { measure }: Stopwatch,
  prompt: string,
  round: number,
): Promise<void> {
  const request = requestOf(prompt, round);
  const { locale } = request;
  await measure('reading', async () => context.reader.read(prompt, { locale: `${locale}-a` }));
  const checked = checkPlanRequest(request, context);
  await measure('drafting', () => draftCells(source, checked));
  const file = await ownPicture(round);
  await measure('own', async () => {
    const own = [ownThing('mascot', await asThing(cutOut(await takePicture(file)), setup.bundle.manifest.image.size))];
    const asked = checkPlanRequest({ ...request, prompt: 'mascot', own }, context);
    await draftCells({ ...source, drafts: drafts.withOwn(own) }, asked);
  });
  await measure('described', async () => {
    describe(await toDescribe(await takePicture(file), setup.bundle.manifest.image.size));
  });
  await measure('grid', async () => {
    const plan = await measure('plan', () => planner.plan(request));
    const images = await measure('paint', () => paintToEnd(engine, { prompt, locale, cells: plan.cells }));
    await measure('png', () => renderPlan(setup, request, plan, images));
  });
  await pause(REST_MS);
}

/** A disc on a ground of one colour, of another colour each round, so that nothing of it is known. */
function ownPicture(round: number): Promise<Buffer> {
  const colour = `rgb(${(40 * round) % 256},90,160)`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><rect width="512" height="512" fill="#fff"/><circle cx="256" cy="256" r="200" fill="${colour}"/></svg>`;
  return rasterise(svg).then((image) => encodePng(image));
}

/**
 * Reads, enumerates and describes as a plan does, and composes as many pictures; the first ones, for no prior has
 * chosen.
 */
async function draftCells(source: CandidateSource, request: CheckedPlanRequest): Promise<RecallWork> {
  const { drafts, reader } = source;
  const { prompt } = request;
  const candidates = candidatesOf(source, request).map(({ draft }) => draft);
  const descriptions = new Set(candidates.map((draft) => drafts.describe(draft).description));
  const pictures = await Promise.all(candidates.slice(0, request.count).map((draft) => drafts.picture(draft)));
  return { prompt, worded: reader.read(prompt).worded, descriptions: [...descriptions], pictures };
}

/** The PNG that `kaleido imagine` would write. */
function renderPlan(
  { bundle: { manifest, hash } }: Setup,
  { prompt, ...settings }: PlanRequest & { prompt: string },
  { cells, vendi }: Plan,
  images: readonly RgbaImage[],
): Promise<Buffer> {
  return renderGrid(
    images.map((image) => ({ image })),
    {
      software: 'kaleido bench',
      bundle: { name: manifest.name, version: manifest.version, hash },
      prompt,
      settings: { seed: settings.seed, count: settings.count, variety: settings.variety },
      vendi,
      cells: cells.map(({ latents, draft, seed }) => ({
        latents: encodeLatentCode(latents, visualTokenizerOf(manifest), draft),
        seed,
        artworks: artworksOf(draft, manifest),
      })),
    },
  );
}

/** One row a piece of work, one column a prompt. */
function rowsOf(medians: readonly Medians[]): Row[] {
  const row = (name: string, value: (of: Medians) => number | undefined, aim: string): Row => ({
    work: name,
    ...Object.fromEntries(PROMPTS.map((prompt, k) => [prompt, value(medians[k]!) ?? '–'])),
    aim,
  });
  const toTheirs =
    (work: Work, theirs: Work = 'theirs') =>
    (of: Medians) =>
      of[theirs] && of[work]! / of[theirs];
  return [
    ...(Object.keys(WORK) as Work[]).map((work) => row(WORK[work].name, (of) => of[work], WORK[work].aim)),
    row('networks of a plan to PyTorch', toTheirs('networks'), '≤ 0.8'),
    row('the same, processor time', toTheirs('networksBusy', 'theirsBusy'), '≤ 0.8'),
    row('plan to PyTorch’s networks', toTheirs('plan'), '–'),
  ];
}

/** Says how alike the two sides' answers are: a comparison of different work would mean nothing. */
function agreement(ours: RecallAnswers, theirs: RecallAnswers): string {
  const apart = Math.max(...ours.scores.map((score, k) => Math.abs(score - theirs.scores[k]!)));
  const codes = ours.tokens.flatMap((codes, k) => codes.map((code, at) => code === theirs.tokens[k]![at]));
  const same = codes.filter((isSame) => isSame).length;
  const verdict = apart <= SAME_SCORE ? 'same work' : 'NOT the same work';
  return (
    `${verdict}: log-likelihoods of ${ours.scores.length} descriptions differ by at most ${apart.toPrecision(2)}; ` +
    `${same} of ${codes.length} visual tokens are equal.`
  );
}
