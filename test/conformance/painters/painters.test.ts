import { afterAll, describe } from 'vitest';
import { loadModel } from '../../../src/app/base/model.js';
import { createDrafts } from '../../../src/engine/draft/drafts.js';
import { kaleidoPainter } from '../../../src/engine/painters/kaleido.js';
import { createPlanPainter } from '../../../src/engine/painters/plan-painter.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import { DIRECT } from '../../../src/network/network.js';
import { createSdapi } from '../../../src/remote/sdapi.js';
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

describe.each([
  ['an engine with the API of A1111', true],
  ['such an engine without its page', false],
])('%s', (_, hasPage) => {
  painterConformance(async () => {
    const { bundle, context, engine } = await openEngine();
    const server = await startSdapi({ user: 'ada', password: 'lovelace', stepMs: 10, hasPage });
    closing.push(() => server.close());
    const source = createSdapi({
      url: server.url,
      user: 'ada',
      password: 'lovelace',
      size: 256,
      steps: 30,
      guidance: 7,
      seconds: 30,
      lookEveryMs: 30,
      fetch: DIRECT.fetch,
    });
    return {
      engine,
      painter: createPlanPainter({ context, drafts: createDrafts(bundle) }, source),
      async restart() {
        await server.die();
        await server.start();
      },
    };
  });
});
