import { afterAll, describe } from 'vitest';
import { openPainter as openDabs } from '../../../examples/painter/dabs.js';
import { loadModel } from '../../../src/app/base/model.js';
import { createFolderPainter } from '../../../src/diffusers/folder-painter.js';
import { createShelf } from '../../../src/diffusers/shelf.js';
import { createDrafts } from '../../../src/engine/draft/drafts.js';
import { createPainter } from '../../../src/engine/painters/create-painter.js';
import { kaleidoPainter } from '../../../src/engine/painters/kaleido.js';
import type { PictureSource } from '../../../src/engine/painters/painter.js';
import { createPlanPainter } from '../../../src/engine/painters/plan-painter.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import { DIRECT } from '../../../src/network/network.js';
import { createComfyui } from '../../../src/remote/comfyui/comfyui.js';
import { createOpenai } from '../../../src/remote/openai.js';
import { createSdapi } from '../../../src/remote/sdapi.js';
import { startComfyui } from '../../servers/comfyui/server.js';
import { basic, type Listening } from '../../servers/engines/engine.js';
import { startOpenai } from '../../servers/openai/server.js';
import { startSdapi } from '../../servers/sdapi/server.js';
import { type PainterAtWork, painterConformance } from './suite.js';

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

async function openEngine() {
  const { bundle, context } = await loadModel('test/fixtures/bundle-tiny');
  const engine = await createEngine(bundle, { threads: 1 });
  closing.push(() => engine.dispose());
  return { bundle, context, engine };
}

describe('our own networks', () => {
  painterConformance(async () => {
    const { bundle, engine } = await openEngine();
    const work: PainterAtWork = {
      engine,
      painter: kaleidoPainter(engine, bundle.manifest),
      async restart() {
        work.painter = kaleidoPainter((await openEngine()).engine, bundle.manifest);
      },
    };
    return work;
  });
});

describe.each(['sd-1.5', 'sdxl', 'lcm', 'sdxl-turbo'])('a folder of %s', (name) => {
  painterConformance(async () => {
    const { bundle, context, engine } = await openEngine();
    const openPainter = () => {
      const shelf = createShelf({ threads: 1 });
      closing.push(() => shelf.dispose());
      const source = createFolderPainter({ dir: `test/fixtures/diffusers/${name}`, size: 256 }, shelf);
      return createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
    };
    const work: PainterAtWork = {
      engine,
      painter: openPainter(),
      async restart() {
        work.painter = openPainter();
      },
    };
    return work;
  });
});

describe('the example of a painter of one file', () => {
  painterConformance(async () => {
    const { bundle, engine } = await openEngine();
    const openPainter = async () => createPainter(bundle, await openDabs({ size: 256 }));
    const work: PainterAtWork = {
      engine,
      painter: await openPainter(),
      async restart() {
        work.painter = await openPainter();
      },
    };
    return work;
  });
});

interface Parts {
  server: Pick<Listening, 'die' | 'start'>;
  source: PictureSource;
}

/** The suite over an engine that is reached over HTTP. */
function remoteConformance(start: () => Promise<Parts>): void {
  painterConformance(async () => {
    const { bundle, context, engine } = await openEngine();
    const { server, source } = await start();
    closing.push(() => server.die());
    return {
      engine,
      painter: createPlanPainter({ context, drafts: createDrafts(bundle) }, source),
      async restart() {
        await server.die();
        await server.start();
      },
    };
  });
}

const USUAL = { size: 256, steps: 30, guidance: 7, seconds: 30, lookEveryMs: 30, fetch: DIRECT.fetch, agent: null };

describe.each([
  ['an engine with the API of A1111', true],
  ['such an engine without its page', false],
])('%s', (_, hasPage) => {
  remoteConformance(async () => {
    const server = await startSdapi({ user: 'ada', password: 'lovelace', stepMs: 10, hasPage });
    const source = createSdapi({ ...USUAL, url: server.url, authorization: basic('ada', 'lovelace') });
    return { server, source };
  });
});

describe.each([
  ['an endpoint as OpenAI’s', true],
  ['one that takes more, and has no edits', false],
])('%s', (_, isStrict) => {
  remoteConformance(async () => {
    const server = await startOpenai({ token: 'secret', isStrict, sizes: ['256x256', '320x192', '192x320'] });
    return { server, source: createOpenai({ ...USUAL, url: server.url, authorization: 'Bearer secret' }) };
  });
});

describe.each([
  ['ComfyUI', true],
  ['ComfyUI that nothing is heard of', false],
])('%s', (_, hasSocket) => {
  remoteConformance(async () => {
    const server = await startComfyui({ authorization: basic('ada', 'lovelace'), hasSocket, stepMs: 10 });
    const source = createComfyui({ ...USUAL, url: server.url, authorization: basic('ada', 'lovelace') });
    return { server, source };
  });
});
