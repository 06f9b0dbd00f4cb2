import { z } from 'zod';
import { EngineError, type PictureSize, type RgbaImage, SQUARE } from '../engine/basics/index.js';
import type { AboutPainter, PictureEvent, PictureRequest, PictureSource } from '../engine/painters/index.js';
import { licenceOf } from '../engine/painters/index.js';
import { type Api, type ApiOptions, createApi, QUICK, type Refusal, shortened, withVersion, wordsOf } from './api.js';
import { aspectsOfOpenai, openaiSize } from './choices/index.js';
import { fromBase64, pictureOf, startPng } from './pictures.js';
import { isRefusal, withoutMarks } from './words.js';

export interface OpenaiOptions extends Omit<ApiOptions, 'refused'> {
  /** Model to paint with; default: the endpoint's own. */
  model?: string | undefined;
  /** Side of square pictures in pixels. */
  size: number;
  /** Seconds until a picture is there. */
  seconds: number;
}

/** More is painted over than a request without a strength can say: words alone serve it better. */
const FAINT = 0.9;
const EDITS = 'images/edits';
const GENERATIONS = 'images/generations';
/** How an engine that is told no strength is told what the picture is for. */
const REPAINT = 'Repaint this rough sketch; keep where things are and what colours they have';
/** What not every endpoint takes: where it is refused it is left out from then on. */
const OPTIONAL = ['seed', 'negative_prompt', 'response_format'] as const;
type Optional = (typeof OPTIONAL)[number] | 'edits' | 'models' | 'aspects';

const painted = z.object({
  data: z.array(z.looseObject({ b64_json: z.string().nullish(), url: z.string().nullish() })).min(1),
});
const models = z.object({ data: z.array(z.object({ id: z.string() })) });
const refusal = z.object({
  error: z.object({ message: z.string(), code: z.unknown(), param: z.unknown(), inner_error: z.unknown() }).partial(),
});

/** Something is not taken that a picture can be had without. */
class NotTaken extends Error {
  constructor(readonly option: Optional) {
    super(option);
  }
}

/**
 * Text-to-image endpoints in the manner of OpenAI's: its own, LocalAI, and others behind `/v1/images`. They tell
 * nothing of how far a picture is, and many take neither seed nor negative prompt: those are offered, and left out
 * once they are refused. A rough composition goes to `/images/edits` where there is such.
 */
export function createOpenai(settings: OpenaiOptions): PictureSource {
  const api = createApi({ ...settings, url: withVersion(settings.url), refused: meaningOf });
  const lacking = new Set<Optional>();
  return {
    about: (signal) => aboutEndpoint(api, settings, lacking, signal),
    async *picture(request, signal): AsyncGenerator<PictureEvent, void, undefined> {
      signal?.throwIfAborted();
      yield { type: 'done', image: await paint(api, request, settings, lacking, signal) };
    },
  };
}

async function aboutEndpoint(
  api: Api,
  { model, size }: OpenaiOptions,
  lacking: ReadonlySet<Optional>,
  signal?: AbortSignal,
): Promise<AboutPainter> {
  const all = await api.call('models', models, { signal, withinMs: QUICK }).catch((error: unknown) => {
    // Not every endpoint has a list.
    if (error instanceof NotTaken) return undefined;
    throw error;
  });
  if (model !== undefined && all !== undefined && !all.data.some(({ id }) => id === model)) {
    throw new EngineError('painter_invalid', {
      why: 'other_model',
      host: api.host,
      wanted: model,
      detail: shortened(all.data.map(({ id }) => id).join(', ')) || 'none',
    });
  }
  const can = { progress: false, previews: false, seed: false, image: !lacking.has('edits'), negative: true };
  return {
    name: 'openai',
    model: model ?? api.host,
    licence: model === undefined ? null : licenceOf(model),
    size,
    aspects: lacking.has('aspects') ? [SQUARE] : aspectsOfOpenai(model),
    can: { ...can, transparency: false, anyWords: true },
  };
}

async function paint(
  api: Api,
  request: PictureRequest,
  settings: OpenaiOptions,
  lacking: Set<Optional>,
  signal?: AbortSignal,
): Promise<RgbaImage> {
  const { seconds } = settings;
  const size = sizeOf(request, settings);
  for (;;) {
    if (isShaped(request) && lacking.has('aspects')) throw new EngineError('painter_refused', { why: 'aspect' });
    try {
      const { path, body } = await asked(request, settings, lacking);
      const { data } = await api.call(path, painted, { body, signal, withinMs: 1000 * seconds });
      return await pictureOf(api.host, await bytesOf(api, data[0]!, signal), size);
    } catch (error) {
      const option = isShaped(request) && isWrongSize(error) ? 'aspects' : optionOf(error);
      if (option === undefined || lacking.has(option)) throw error;
      lacking.add(option);
    }
  }
}

const isShaped = ({ aspect = SQUARE }: PictureRequest) => aspect !== SQUARE;
const optionOf = (error: unknown) => (error instanceof NotTaken ? error.option : undefined);

function isWrongSize(error: unknown): boolean {
  return error instanceof EngineError && error.is('painter_invalid') && error.data.why === 'size';
}

/** @throws EngineError `painter_refused` where the model paints no such shape */
function sizeOf({ aspect = SQUARE }: PictureRequest, { model, size }: OpenaiOptions): PictureSize {
  if (aspectsOfOpenai(model).includes(aspect)) return openaiSize(model, size, aspect);
  throw new EngineError('painter_refused', { why: 'aspect' });
}

async function asked(request: PictureRequest, settings: OpenaiOptions, lacking: ReadonlySet<Optional>) {
  const { negative, seed, start } = request;
  const { model } = settings;
  const size = sizeOf(request, settings);
  const sketch = start !== undefined && start.strength < FAINT && !lacking.has('edits') ? start : undefined;
  const unwanted = negative !== '' && lacking.has('negative_prompt') ? `without ${negative}` : '';
  const prompt = [sketch && REPAINT, request.prompt, unwanted].filter((part) => part).join(': ');
  const optional = { seed, response_format: 'b64_json', ...(negative === '' ? {} : { negative_prompt: negative }) };
  const fields = {
    ...(model === undefined ? {} : { model }),
    prompt: withoutMarks(prompt),
    size: `${size.width}x${size.height}`,
    n: 1,
    ...Object.fromEntries(Object.entries(optional).filter(([name]) => !lacking.has(name as Optional))),
  };
  if (sketch === undefined) return { path: GENERATIONS, body: fields };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, String(value));
  body.set('image', new Blob([new Uint8Array(await startPng(sketch, size))], { type: 'image/png' }), 'sketch.png');
  return { path: EDITS, body };
}

/**
 * A picture that is told by its address is fetched from the endpoint itself, and from nowhere else.
 *
 * @throws EngineError `painter_refused` where something is said of filters in place of a picture
 */
async function bytesOf(
  api: Api,
  { b64_json: encoded, url, ...said }: z.output<typeof painted>['data'][number],
  signal?: AbortSignal,
): Promise<Buffer> {
  if (!encoded && !url && isRefusal(JSON.stringify(said))) throw new EngineError('painter_refused', { why: 'policy' });
  if (encoded || !url || url.startsWith('data:')) return fromBase64(encoded || url || '');
  return api.bytes(url, { signal, withinMs: QUICK });
}

const UNPAID = /insufficient_quota|billing/i;
/** By which an endpoint refuses a request for what is in it. */
const REFUSING: ReadonlySet<number> = new Set([400, 403, 404, 422, 451]);

/** @throws NotTaken, or EngineError for what these endpoints mean by their own codes */
function meaningOf({ host, path, status, json }: Refusal): void {
  const isEdit = path === EDITS;
  const isMissing = status === 404 || status === 405 || status === 501;
  if (isMissing && path !== GENERATIONS) throw new NotTaken(isEdit ? 'edits' : 'models');
  const { message, code, param, inner_error: inner } = refusal.safeParse(json).data?.error ?? {};
  const said = `${code} ${message ?? wordsOf(json)}`;
  if (status === 402 || UNPAID.test(said)) throw new EngineError('painter_invalid', { why: 'unpaid', host });
  if (!REFUSING.has(status)) return;
  if (isRefusal(`${said} ${JSON.stringify(inner)}`)) throw new EngineError('painter_refused', { why: 'policy' });
  const named = JSON.stringify(json ?? '');
  const option = OPTIONAL.find((name) => [`"${name}"`, `'${name}'`].some((quoted) => named.includes(quoted)));
  if (option !== undefined) throw new NotTaken(option);
  if (isEdit && (param === 'model' || param === 'image')) throw new NotTaken('edits');
  if (param === 'size') throw new EngineError('painter_invalid', { why: 'size', host, detail: shortened(said) });
}
