import { afterAll, describe } from 'vitest';
import { loadModel } from '../../../src/app/base/model.js';
import { LATENT_KINDS } from '../../../src/engine/latents/kinds.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import { createPlanner } from '../../../src/engine/text-prior/planner.js';
import { TEXT_KINDS } from '../../../src/engine/text-prior/text-prior.js';
import { DIRECT } from '../../../src/network/network.js';
import { createChatPrior, priorOf } from '../../../src/remote/chat/chat-prior.js';
import { createLocalChat } from '../../../src/remote/chat/local-chat.js';
import { startChat } from '../../servers/chat/server.js';
import { priorConformance } from './suite.js';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

async function openEngine() {
  const { bundle, context } = await loadModel('test/fixtures/bundle-tiny');
  const engine = await createEngine(bundle, { threads: 1 });
  closing.push(() => engine.dispose());
  return { context, engine };
}

describe.each([
  ['our own prior, led by memory', 60],
  ['our own prior by itself', 0],
])('%s', (_, recall) => {
  priorConformance(async () => {
    const { context, engine } = await openEngine();
    const planner = createPlanner({ context, engine });
    return { context, planner, prompt: 'a cat', settings: { recall, isForAnyWords: true }, kinds: LATENT_KINDS };
  });
});

const UNKNOWN = { prompt: 'a florpity zindlewurp', settings: { isForAnyWords: true }, kinds: TEXT_KINDS };

describe('a language model behind a chat endpoint', () => {
  priorConformance(async () => {
    const { context, engine } = await openEngine();
    const server = await startChat({ token: 'secret' });
    closing.push(() => server.die());
    const { fetch } = DIRECT;
    const prior = createChatPrior({ url: server.url, authorization: 'Bearer secret', fetch, seconds: 30 });
    return {
      context,
      planner: createPlanner({ context, engine, prior }),
      ...UNKNOWN,
      asked: () => server.asked.length,
    };
  });
});

describe('a language model in this process, all whose sense is the schema that binds it', () => {
  priorConformance(async () => {
    const { context, engine } = await openEngine();
    const chat = createLocalChat({ dir: 'test/fixtures/language/tiny', seconds: 120, threads: 1 });
    const prior = priorOf(chat, { seconds: 120, usualCount: 4 });
    closing.push(() => prior.dispose());
    const onStandIn = (error: unknown) => {
      throw error;
    };
    return { context, planner: createPlanner({ context, engine, prior, onStandIn }), ...UNKNOWN };
  });
});

describe('a language model that cannot be reached, for which templates stand in', () => {
  priorConformance(async () => {
    const { context, engine } = await openEngine();
    const prior = createChatPrior({ url: 'http://127.0.0.1:9', fetch: DIRECT.fetch, seconds: 1 });
    return { context, planner: createPlanner({ context, engine, prior }), ...UNKNOWN };
  });
});

describe('templates', () => {
  priorConformance(async () => {
    const { context, engine } = await openEngine();
    return { context, planner: createPlanner({ context, engine }), ...UNKNOWN };
  });
});
