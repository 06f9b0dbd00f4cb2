import { EngineError } from '../engine/basics/index.js';
import type { PictureSource } from '../engine/painters/index.js';
import { createNetwork, type ProxySettings } from '../network/index.js';
import { type ChatPrior, createChatPrior, createLocalChat, priorOf } from './chat/index.js';
import { type ChosenPainter, type Protocol, painterNames } from './choices/index.js';
import { createComfyui } from './comfyui/index.js';
import { createOpenai } from './openai.js';
import { createSdapi } from './sdapi.js';
import { createChatTeller, createSdapiTeller, type Teller } from './tellers.js';

/** Which painter paints, and how it is reached. */
export interface RemoteSettings extends ProxySettings, ChosenPainter {
  painterUrl?: string | undefined;
  painterUser?: string | undefined;
  painterPassword?: string | undefined;
  painterToken?: string | undefined;
  painterWorkflow?: string | undefined;
  painterUpscaler?: string | undefined;
  painterUpscaleWorkflow?: string | undefined;
  /** Where nothing is set, what is usual. */
  painterSize?: number | undefined;
  painterSteps?: number | undefined;
  painterGuidance?: number | undefined;
  painterSeconds: number;
}

/** Who plans in words, and how it is reached. */
export interface PriorSettings extends ProxySettings {
  prior: 'templates' | 'chat' | 'folder';
  priorFolder?: string | undefined;
  threads?: number | undefined;
  priorUrl?: string | undefined;
  priorModel?: string | undefined;
  priorToken?: string | undefined;
  priorSeconds: number;
}

/** Where Ollama listens on this machine. */
const USUAL_CHAT = 'http://127.0.0.1:11434/v1';

/** The language model that plans in words, over HTTP or in this process; undefined where templates do. */
export function openPrior(settings: PriorSettings): ChatPrior | undefined {
  if (settings.prior === 'templates') return undefined;
  if (settings.prior === 'folder') return priorHere(settings);
  const { priorUrl: url = USUAL_CHAT, priorModel: model, priorToken, priorSeconds: seconds } = settings;
  const { fetch } = createNetwork(settings);
  return createChatPrior({ url, fetch, model, seconds, authorization: priorToken && `Bearer ${priorToken}` });
}

/** Plans asked for at once of a model here, where each takes seconds. */
const FEW = 4;

/** @throws EngineError `prior_invalid` where no folder is set */
function priorHere({ priorFolder: dir, priorSeconds: seconds, threads }: PriorSettings): ChatPrior {
  if (dir === undefined) throw new EngineError('prior_invalid', { why: 'no_folder' });
  return priorOf(createLocalChat({ dir, seconds, threads }), { seconds, usualCount: FEW });
}

/** Where engines listen on this machine unless they are told otherwise. */
const USUAL_URL: Readonly<Record<Protocol, string>> = {
  sdapi: 'http://127.0.0.1:7860',
  comfyui: 'http://127.0.0.1:8188',
  openai: 'http://127.0.0.1:8080',
};

const USUAL = { size: 512, steps: 20, guidance: 7 };

/** Where the engine over HTTP is reached; undefined where there is none. */
export function engineUrl({ painter, painterUrl }: Pick<RemoteSettings, 'painter' | 'painterUrl'>): string | undefined {
  const isHere = painter === 'kaleido' || painter === 'diffusers' || painter === 'module';
  return isHere ? undefined : (painterUrl ?? USUAL_URL[painter]);
}

/**
 * The engine over HTTP that is configured; undefined where there is none.
 *
 * @param name one of `painterNames`; default: the usual one
 */
export function openRemote(settings: RemoteSettings, name?: string): PictureSource | undefined {
  const url = engineUrl(settings);
  const [usually] = painterNames(settings);
  const called = name ?? usually;
  if (url === undefined || called === undefined || !painterNames(settings).includes(called)) return undefined;
  const { fetch, agent } = createNetwork(settings);
  const usual = {
    url,
    fetch,
    authorization: authorizationOf(settings),
    model: settings.painterModels.length === 0 ? undefined : called,
    size: settings.painterSize ?? USUAL.size,
    seconds: settings.painterSeconds,
    steps: settings.painterSteps ?? USUAL.steps,
    guidance: settings.painterGuidance ?? USUAL.guidance,
    upscaler: settings.painterUpscaler,
  };
  switch (settings.painter) {
    case 'openai':
      return createOpenai(usual);
    case 'comfyui':
      return createComfyui({
        ...usual,
        agent,
        workflow: settings.painterWorkflow,
        upscaleWorkflow: settings.painterUpscaleWorkflow,
      });
    default:
      return createSdapi(usual);
  }
}

/** What says in words what pictures show, besides Kaleido itself; undefined where nothing is set, or it cannot. */
export function openTeller({
  describer,
  ...settings
}: RemoteSettings & PriorSettings & { describer: 'kaleido' | 'clip' | 'deepdanbooru' | 'chat' }): Teller | undefined {
  const { fetch } = createNetwork(settings);
  if (describer === 'chat') {
    const { priorUrl: url = USUAL_CHAT, priorModel: model, priorToken } = settings;
    return createChatTeller({ url, fetch, model, authorization: priorToken && `Bearer ${priorToken}` });
  }
  const url = engineUrl(settings);
  if (describer === 'kaleido' || settings.painter !== 'sdapi' || url === undefined) return undefined;
  return createSdapiTeller({ url, fetch, authorization: authorizationOf(settings), model: describer });
}

function authorizationOf({ painterToken, painterUser, painterPassword = '' }: RemoteSettings): string | undefined {
  if (painterToken !== undefined) return `Bearer ${painterToken}`;
  if (painterUser === undefined) return undefined;
  return `Basic ${Buffer.from(`${painterUser}:${painterPassword}`).toString('base64')}`;
}
