import { EngineError } from '../../engine/basics/index.js';
import type { Proposal, ProposalRequest, TextPrior } from '../../engine/text-prior/index.js';
import { shortened } from '../api.js';
import { type AboutChat, type Chat, type ChatOptions, createChat } from './chat.js';
import { again, instructions } from './instructions.js';
import { answerSchema, type ReadPlans, readPlans } from './plans.js';

export interface ChatPriorOptions extends ChatOptions {
  /** Seconds until plans are there, with what is asked again. */
  seconds: number;
  /** Milliseconds for which it is not asked once it was away, as nobody is to wait for it; default: 30 000. */
  restMs?: number;
}

/** A language model that plans, and what it says of itself. */
export interface ChatPrior extends TextPrior {
  /** @throws EngineError `prior_away` or `prior_invalid` */
  about(signal?: AbortSignal): Promise<{ host: string; model: string } & AboutChat>;
  /** Frees what is in memory. */
  dispose(): Promise<void>;
}

/** Plans asked for at once: each is some seconds of a small model on a desk. */
const USUAL = 8;
/** Tokens of a plan, and of thoughts before them. */
const TOKENS_A_PLAN = 300;
const TOKENS_BESIDE = 1000;
const REST_MS = 30_000;

/**
 * A text prior that asks a chat endpoint, once for all plans. Where half of them are no use it is told what was wrong
 * and asked once more.
 */
export function createChatPrior({ seconds, restMs = REST_MS, ...options }: ChatPriorOptions): ChatPrior {
  return priorOf(createChat(options), { seconds, restMs });
}

/** The same of whoever answers. */
export function priorOf(
  chat: Chat,
  {
    seconds,
    restMs = REST_MS,
    usualCount = USUAL,
  }: Pick<ChatPriorOptions, 'seconds' | 'restMs'> & { usualCount?: number },
): ChatPrior {
  let resting: { until: number; error: unknown } | undefined;

  return {
    usualCount,
    async about(signal) {
      const model = await chat.model(signal).catch((error: unknown) => {
        throw asPriors(error, chat.host);
      });
      return { host: chat.host, model: model ?? chat.host, ...(await chat.about?.()) };
    },
    dispose: async () => chat.dispose?.(),
    async propose(request, signal) {
      if (resting !== undefined && performance.now() < resting.until) throw resting.error;
      try {
        return await plansOf(chat, request, performance.now() + 1000 * seconds, signal);
      } catch (error) {
        signal?.throwIfAborted();
        const own = asPriors(error, chat.host);
        if (own instanceof EngineError && own.code === 'prior_away')
          resting = { until: performance.now() + restMs, error: own };
        throw own;
      }
    },
  };
}

async function plansOf(
  chat: Chat,
  request: ProposalRequest,
  until: number,
  signal?: AbortSignal,
): Promise<readonly Proposal[]> {
  const { count, seed, temperature } = request;
  const messages = instructions(request);
  const mostTokens = TOKENS_BESIDE + TOKENS_A_PLAN * count;
  const question = { messages, schema: answerSchema(request), request, seed, temperature, mostTokens };
  const said = await chat.ask(question, until, signal);
  const first = readPlans(said, request);
  if (first.plans.length >= count / 2) return first.plans;
  const asked = { ...question, messages: again(messages, said, first.problems, count) };
  const second = await chat
    .ask(asked, until, signal)
    .then((text) => readPlans(text, request))
    .catch((error: unknown): ReadPlans => {
      if (first.plans.length === 0 || signal?.aborted === true) throw error;
      return { plans: [], problems: [] };
    });
  const plans = [...first.plans, ...second.plans];
  if (plans.length > 0) return plans;
  const detail = shortened(second.problems.join('; '));
  throw new EngineError('prior_invalid', { why: 'no_plan', host: chat.host, detail });
}

/** What went wrong, of the language model and not of an engine that paints. */
function asPriors(error: unknown, host: string): unknown {
  if (!(error instanceof EngineError)) return error;
  if (error.is('painter_away')) return new EngineError('prior_away', error.data, error);
  if (error.is('painter_failed'))
    return new EngineError('prior_invalid', { why: 'no_plan', host, detail: error.data.detail }, error);
  if (error.is('painter_refused'))
    return new EngineError('prior_invalid', { why: 'no_plan', host, detail: 'it refuses' }, error);
  if (!error.is('painter_invalid')) return error;
  const { data } = error;
  if (data.why === 'login') return new EngineError('prior_invalid', { why: 'login', host }, error);
  if (data.why === 'other_model') return new EngineError('prior_invalid', data, error);
  const detail = 'detail' in data ? data.detail : data.why;
  return new EngineError('prior_invalid', { why: 'not_api', host, detail }, error);
}
