import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { PreTrainedModel, PreTrainedTokenizer } from '@huggingface/transformers';
import { EngineError } from '../../engine/basics/index.js';
import { shortened } from '../api.js';
import type { Chat, Question } from './chat.js';
import { boundedSchema, withNumbers } from './local-schema.js';

export interface LocalChatOptions {
  /** With `config.json`, `tokenizer.json` and `onnx/`, as models for Transformers.js are published. */
  dir: string;
  /** For messages; the time itself is told with each question. */
  seconds: number;
  threads?: number | undefined;
  /** Milliseconds without a question after which the model is let go of; default: ten minutes. */
  idleMs?: number;
}

/** Weights that Transformers.js finds by these names, the best first of those that a processor runs well. */
const WEIGHTS = [
  ['model_q4', 'q4'],
  ['model_quantized', 'q8'],
  ['model_int8', 'int8'],
  ['model', 'fp32'],
  ['model_fp16', 'fp16'],
  ['model_q4f16', 'q4f16'],
] as const;
const IDLE_MS = 10 * 60_000;
const INSTALL = 'npm install @huggingface/transformers @huggingface/transformers-structured-output';

type Library = typeof import('@huggingface/transformers') &
  Pick<typeof import('@huggingface/transformers-structured-output'), 'StructuredOutputProcessor'>;

interface Opened {
  library: Library;
  tokenizer: PreTrainedTokenizer;
  model: PreTrainedModel;
}

/**
 * A small language model in this process, opened when it is first asked and let go of when nobody asks for a while.
 * Whatever its weights are, a schema binds each piece that it says. One question is answered at a time. Nothing is
 * fetched: what is not in the folder is missing.
 */
export function createLocalChat(options: LocalChatOptions): Chat {
  const { dir } = options;
  const { answered, close } = createAnswering(options);
  let line: Promise<unknown> = Promise.resolve();

  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const mine = line.then(work);
    line = mine.catch(() => undefined);
    return mine;
  }

  return {
    host: basename(resolve(dir)),
    model: async () => {
      await weightsIn(dir);
      return basename(resolve(dir));
    },
    about: async () => ({ licence: await licenceIn(dir), bytes: (await weightsIn(dir)).bytes }),
    ask(question, until, signal) {
      return inLine(async () => {
        signal?.throwIfAborted();
        return answered(question, until, signal, () => void inLine(close));
      });
    },
    dispose: () => inLine(close),
  };
}

/** The model while it is in memory, for one question at a time. */
function createAnswering({ dir, seconds, threads, idleMs = IDLE_MS }: LocalChatOptions) {
  let opening: Promise<Opened> | undefined;
  let idle: NodeJS.Timeout | undefined;

  return {
    /** @param onIdle called when nobody has asked for a while */
    async answered(question: Question, until: number, signal: AbortSignal | undefined, onIdle: () => void) {
      clearTimeout(idle);
      opening ??= openModel(dir, threads);
      const opened = await opening.catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      const left = until - performance.now();
      const late = () => new EngineError('prior_invalid', { why: 'late', path: dir, seconds });
      try {
        if (left <= 0) throw late();
        return await generate(opened, question, { left, late, signal });
      } finally {
        idle = setTimeout(onIdle, idleMs).unref();
      }
    },
    async close(): Promise<void> {
      clearTimeout(idle);
      const opened = opening;
      opening = undefined;
      await (await opened?.catch(() => undefined))?.model.dispose();
    },
  };
}

interface Limits {
  /** Milliseconds. */
  left: number;
  late(): EngineError;
  signal: AbortSignal | undefined;
}

/** @throws EngineError `prior_invalid` where it takes too long; the signal's reason when aborted */
async function generate({ library, tokenizer, model }: Opened, question: Question, limits: Limits): Promise<string> {
  const { left, late, signal } = limits;
  const { messages, request, seed, temperature, mostTokens } = question;
  const stopping = new library.InterruptableStoppingCriteria();
  const over = AbortSignal.any([AbortSignal.timeout(Math.ceil(left)), ...(signal === undefined ? [] : [signal])]);
  const stop = () => stopping.interrupt();
  over.addEventListener('abort', stop, { once: true });
  try {
    const chat = messages.map(({ role, content }) => ({ role, content }));
    const form = { add_generation_prompt: true, return_dict: true, enable_thinking: false };
    const inputs = tokenizer.apply_chat_template(chat, form) as Record<string, { dims: number[] }>;
    const bound = { type: 'json_schema' as const, json_schema: boundedSchema(request) };
    library.random.seed(seed);
    const made = await model.generate({
      ...inputs,
      max_new_tokens: mostTokens,
      do_sample: true,
      temperature,
      top_k: 0,
      stopping_criteria: stopping,
      logits_processor: new library.StructuredOutputProcessor(tokenizer, bound),
    } as Parameters<PreTrainedModel['generate']>[0]);
    signal?.throwIfAborted();
    if (over.aborted) throw late();
    const [ids = []] = (made as { tolist(): bigint[][] }).tolist();
    return withNumbers(tokenizer.decode(ids.slice(inputs.input_ids?.dims[1]), { skip_special_tokens: true }));
  } finally {
    over.removeEventListener('abort', stop);
  }
}

/** @throws EngineError `prior_invalid` */
async function openModel(dir: string, threads: number | undefined): Promise<Opened> {
  const { dtype } = await weightsIn(dir);
  const library = await loadLibrary();
  library.env.allowRemoteModels = false;
  const here = { local_files_only: true };
  const session = {
    device: 'cpu',
    session_options: threads === undefined ? {} : { intraOpNumThreads: threads },
  } as const;
  try {
    const path = resolve(dir);
    const tokenizer = await library.AutoTokenizer.from_pretrained(path, here);
    const model = await library.AutoModelForCausalLM.from_pretrained(path, { ...here, ...session, dtype });
    return { library, tokenizer, model };
  } catch (cause) {
    throw badFolder(dir, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** Its packages are optional: few hosts want them, and they are large. @throws EngineError `prior_invalid` */
async function loadLibrary(): Promise<Library> {
  try {
    const [library, bound] = await Promise.all([
      import('@huggingface/transformers'),
      import('@huggingface/transformers-structured-output'),
    ]);
    return { ...library, StructuredOutputProcessor: bound.StructuredOutputProcessor };
  } catch (cause) {
    throw new EngineError('prior_invalid', { why: 'no_library', command: INSTALL }, cause);
  }
}

/** @throws EngineError `prior_invalid` where there is nothing of a model */
async function weightsIn(dir: string): Promise<{ dtype: (typeof WEIGHTS)[number][1]; bytes: number }> {
  const folder = join(dir, 'onnx');
  const names = await readdir(folder).catch((cause: unknown) => {
    throw badFolder(dir, 'it has no folder onnx', cause);
  });
  const found = WEIGHTS.find(([name]) => names.includes(`${name}.onnx`));
  if (found === undefined) throw badFolder(dir, 'its folder onnx has no model.onnx, or model_q4.onnx or the like');
  const [name, dtype] = found;
  const own = names.filter((one) => one.startsWith(`${name}.onnx`));
  const sizes = await Promise.all(own.map(async (one) => (await stat(join(folder, one))).size));
  return { dtype, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** As the card of a published model says it. */
async function licenceIn(dir: string): Promise<string | null> {
  const card = await readFile(join(dir, 'README.md'), 'utf8').catch(() => '');
  return /^---\r?\n[\s\S]*?^license: *(\S+)/m.exec(card)?.[1] ?? null;
}

function badFolder(path: string, detail: string, cause?: unknown): EngineError {
  return new EngineError('prior_invalid', { why: 'bad_folder', path, detail: shortened(detail) }, cause);
}
