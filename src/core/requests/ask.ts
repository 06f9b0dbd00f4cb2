import { setTimeout as sleep } from 'node:timers/promises';
import { type Aspect, SQUARE } from '../../engine/basics/index.js';
import { visualTokenizerOf } from '../../engine/manifest/index.js';
import { readOptionsOf } from '../../engine/words/index.js';
import { audienceOf, type GuardedRequest, type Opened } from '../access/index.js';

import { CoreError, idempotencyKeyOf, isOutage, isPack, newId, userKeyOf } from '../basics/index.js';

import type { AcceptedNow, Origin } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { PARTS_A_UNIT } from '../names/index.js';
import { requireNoneBlocked } from '../own/index.js';
import { findBlocked, resolveBlocklist } from '../policy/blocklist/index.js';
import { findBlockedLatent, KALEIDO, modelsIn, painterCalled } from '../policy/index.js';
import type { QueuePosition } from '../ports.js';
import { type PaintersHere, paintsAspect, promptsOf, requireKnown, withShapesSaid } from '../prompts/index.js';
import { dayOf, decideQuota, priceOf, withDefaultQuota } from '../quota/index.js';
import type {
  Actor,
  CellTask,
  Generation,
  GenerationOrigin,
  GenerationSettings,
  Pin,
  Policy,
  QuotaLimits,
} from '../types.js';

/** Milliseconds between attempts to accept a request while the database is away. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000] as const;

/** A generation that somebody asks for, before the rules are applied that hold for all. */
export interface Request {
  parent: Opened<'make'> | null;
  origin: GenerationOrigin;
  prompt: string;
  settings: GenerationSettings;
  /** What they give is as the bundle at hand can take it. */
  tasks: CellTask[];
  pins: readonly Pin[];
  /** Throws what else keeps it from being painted, once the rules of the place have let it through. */
  check?: () => void;
}

/**
 * Applies the rules that every new generation is under (pictures are enabled here, nothing blocked, quota), accepts it
 * and puts it into the queue. Once accepted it is safe: when the queue cannot be reached, a later sweep enqueues it.
 *
 * @param policy of the actor's channel
 * @throws CoreError `disabled_here`, `own_pictures_refused`, `blocked_term`, `picture_blocked` or `quota_exceeded`
 */
export async function ask(
  deps: CoreDeps,
  actor: Actor,
  request: Request,
  policy: Required<Policy>,
  origin: Origin,
): Promise<AcceptedNow> {
  const { store, defaults, clock } = deps;
  if (!policy.isEnabled) throw new CoreError('disabled_here');
  if (policy.ownPictures === 'off' && (request.settings.own ?? []).length > 0) {
    throw new CoreError('own_pictures_refused', { who: 'nobody' });
  }
  const painting = whoPaints(deps, request, policy);
  const blocklist = resolveBlocklist(policy);
  requireNothingBlocked(request, blocklist);
  await requireNoneBlocked(deps, actor, request.settings.own ?? []);
  request.check?.();

  const now = clock();
  const day = await dayOf(deps, actor, now);
  const asked = await acceptRequest(deps, actor, request, { policy, blocklist, painting, since: day.since }, origin);
  const accepted = await throughOutages(() =>
    store.generations.accept(
      asked,
      (question) => decideQuota({ ...question, policies: withDefaultQuota(question.policies, defaults.quota) }),
      now,
    ),
  ).catch((error: unknown) => {
    if (!(error instanceof CoreError) || !error.is('quota_exceeded')) throw error;
    throw new CoreError('quota_exceeded', {
      ...told(deps, error.data),
      resetsAt: day.resetsAt,
      timeZone: day.timeZone,
    });
  });
  return { ...accepted, position: await enqueue(deps, accepted.generation) };
}

/** What was refused, costs in the unit that people know. */
function told<T extends { limit: keyof QuotaLimits; allowed: number; used: number }>({ prices }: CoreDeps, data: T): T {
  if (data.limit !== 'costPerDay') return data;
  const unit = prices?.unit ?? '';
  return { ...data, allowed: data.allowed / PARTS_A_UNIT, used: data.used / PARTS_A_UNIT, unit };
}

/**
 * A database that goes away while it accepts may have accepted: asked again, it says so. Who asked is waiting for an
 * answer, and was acknowledged.
 */
async function throughOutages<T>(step: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await step();
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
    await sleep(pause);
  }
  return step();
}

/** What a request is accepted under. */
interface Terms {
  policy: Required<Policy>;
  blocklist: string[];
  painting: Painting;
  /** Usage of the day counts from here. */
  since: Date;
}

/** The request as the store takes it, under a new id. */
async function acceptRequest(
  deps: CoreDeps,
  actor: Actor,
  { check: _, settings, ...rest }: Request,
  { policy, blocklist, painting, since }: Terms,
  { address, idempotencyKey }: Origin,
): Promise<GuardedRequest> {
  const { model, prices } = deps;
  const { aspect } = settings;
  const shapes = await shapesHere(deps, aspect);
  // The worker may be of another bundle.
  const visualTokenizer = visualTokenizerOf(model.manifest);
  const tasks = rest.tasks.map((task) => (task.mode === 'keep' ? task : { ...task, visualTokenizer }));
  const images = imagesOf(rest);
  return {
    ...rest,
    id: newId(),
    actor,
    audience: await audienceOf(actor),
    settings: {
      ...settings,
      ...painting,
      // What paints in place of another may paint squares alone.
      aspect: aspect !== undefined && paintsAspect(shapes, painting.painter, aspect) ? aspect : undefined,
      isPrivate: settings.isPrivate || policy.isPrivate,
      isSpoiler: settings.isSpoiler || policy.isSpoiler,
    },
    tasks,
    blocklist,
    images,
    cost: images * priceOf(prices, painting.painter),
    since,
    address,
    idempotencyKey: idempotencyKey === null ? null : idempotencyKeyOf(actor, idempotencyKey),
  };
}

/** Pictures that it takes an engine, or Kaleido, to make. */
function imagesOf({ origin, tasks }: Pick<Request, 'origin' | 'tasks'>): number {
  if (origin === 'plan') return 0;
  return origin === 'upscale' ? tasks.length : tasks.filter(({ mode }) => mode !== 'keep').length;
}

/** Who paints which shapes; nobody is asked for where squares are wanted. */
export async function shapesHere(deps: CoreDeps, wanted: Aspect | undefined): Promise<PaintersHere> {
  const isSquare = wanted === undefined || wanted === SQUARE || deps.painters === undefined;
  return isSquare ? deps : withShapesSaid(deps, deps.store.painters);
}

/** Who paints, and instead of whom. */
type Painting = Pick<GenerationSettings, 'painter' | 'insteadOf'>;

/**
 * Who paints: what painted a grid before may be there no more, or no more be allowed, and the usual one does it then.
 * @throws CoreError `nothing_known` where that is Kaleido itself and the words mean nothing to it
 */
function whoPaints(deps: CoreDeps, { prompt, settings, tasks }: Request, policy: Required<Policy>): Painting {
  const { painter, moods } = settings;
  const { offered, allowed, usual } = modelsIn(deps, policy);
  const was = painter ?? KALEIDO;
  const isThere = offered.length === 0 ? was === KALEIDO : allowed.includes(was);
  if (isThere || moods !== undefined) return { painter, insteadOf: undefined };
  const instead = painterCalled(usual);
  if (instead === undefined) {
    const given = tasks.find((task) => task.mode !== 'keep')?.given ?? {};
    requireKnown(promptsOf({ prompt, tasks, cells: [] }), readOptionsOf(settings), given, deps.model);
  }
  return { painter: instead, insteadOf: was };
}

async function enqueue({ jobs, log }: CoreDeps, generation: Generation): Promise<QueuePosition> {
  try {
    // Asking twice adds nothing: a repeated request may be the first that reaches the queue.
    if (generation.finishedAt === null) await jobs.enqueue(generation.id, userKeyOf(generation), isPack(generation));
    return await jobs.position(generation.id);
  } catch (err) {
    log.error({ err, generationId: generation.id }, 'an accepted generation could not be enqueued; the sweep will');
    return { ahead: 0, etaSeconds: null };
  }
}

/** Checks everything that the new grid is sure to have; what is sampled later, the worker checks. */
function requireNothingBlocked({ prompt, tasks, parent }: Request, blocklist: readonly string[]): void {
  // Terms may stand across the borders of alternatives.
  const term = [prompt, ...promptsOf({ prompt, tasks, cells: [] })]
    .map((one) => findBlocked(one, blocklist))
    .find((one) => one !== null);
  if (term !== undefined) throw new CoreError('blocked_term', { term, where: 'prompt' });
  for (const task of tasks) {
    const latents = task.mode === 'keep' ? parent?.cells.find(({ index }) => index === task.from)?.latents : task.given;
    const found = findBlockedLatent(latents ?? {}, blocklist);
    if (found !== null) throw new CoreError('blocked_term', { ...found, where: 'pin' });
  }
}
