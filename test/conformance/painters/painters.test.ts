import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openPainter as openDabs } from '../../../examples/painter/dabs.js';
import { loadModel } from '../../../src/app/base/model.js';
import { createFolderPainter } from '../../../src/diffusers/folder-painter.js';
import { createShelf } from '../../../src/diffusers/shelf.js';
import { EngineError, type RefusedWhy } from '../../../src/engine/basics/engine-error.js';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
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
import { type Trouble as ComfyuiTrouble, startComfyui } from '../../servers/comfyui/server.js';
import { basic, type Listening } from '../../servers/engines/engine.js';
import { type Trouble as OpenaiTrouble, startOpenai } from '../../servers/openai/server.js';
import { type Trouble as SdapiTrouble, startSdapi } from '../../servers/sdapi/server.js';
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

/** A copy of a folder with the checker of another, to which all looks like what it objects to. */
async function withStrictChecker(name: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'kaleido-checked-'));
  closing.push(() => rm(dir, { recursive: true }));
  await cp(`test/fixtures/diffusers/${name}`, dir, { recursive: true });
  await cp('test/fixtures/diffusers/sd-1.5/safety_checker', join(dir, 'safety_checker'), { recursive: true });
  await mkdir(join(dir, 'feature_extractor'), { recursive: true });
  const red = { image_mean: [-38, 36, 34], image_std: [20, 20, 23] };
  await writeFile(join(dir, 'feature_extractor', 'preprocessor_config.json'), JSON.stringify(red));
  return dir;
}

describe.each(['sd-1.5', 'sdxl', 'lcm', 'sdxl-turbo'])('a folder of %s', (name) => {
  painterConformance(async () => {
    const { bundle, context, engine } = await openEngine();
    const openPainter = (dir = `test/fixtures/diffusers/${name}`) => {
      const shelf = createShelf({ threads: 1 });
      closing.push(() => shelf.dispose());
      const source = createFolderPainter({ dir, size: 256 }, shelf);
      return createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
    };
    const work: PainterAtWork = {
      engine,
      painter: openPainter(),
      async restart() {
        work.painter = openPainter();
      },
      refusals: [
        {
          why: 'unsafe',
          async begin() {
            work.painter = openPainter(await withStrictChecker(name));
          },
        },
      ],
      relent: () => work.restart(),
    };
    return work;
  });
});

describe('the example of a painter of one file', () => {
  painterConformance(async () => {
    const { bundle, engine } = await openEngine();
    const openPainter = async () => createPainter(bundle, await openDabs({ size: 256 }));
    const refusing = (why: RefusedWhy, image?: RgbaImage): PictureSource['picture'] =>
      async function* () {
        if (image === undefined) throw new EngineError('painter_refused', { why });
        yield { type: 'done', image };
      };
    const refuseWith = (why: RefusedWhy, image?: RgbaImage) => ({
      why,
      async begin() {
        const dabs = await openDabs({ size: 256 });
        work.painter = createPainter(bundle, { ...dabs, picture: refusing(why, image) });
      },
    });
    const black = { width: 256, height: 256, data: new Uint8Array(4 * 256 ** 2) };
    const work: PainterAtWork = {
      engine,
      painter: await openPainter(),
      async restart() {
        work.painter = await openPainter();
      },
      refusals: [refuseWith('policy'), refuseWith('unsafe'), refuseWith('black', black)],
      relent: () => work.restart(),
    };
    return work;
  });
});

interface Parts {
  server: Pick<Listening, 'die' | 'start'>;
  source: PictureSource;
  refusals: NonNullable<PainterAtWork['refusals']>;
  relent(): void;
}

/** Ways in which a loopback engine refuses. */
function refusingBy<T extends string>(server: { trouble: T | null }, ways: readonly (readonly [RefusedWhy, T])[]) {
  const refusals = ways.map(([why, trouble]) => ({ why, begin: () => void Object.assign(server, { trouble }) }));
  return { refusals, relent: () => void Object.assign(server, { trouble: null }) };
}

/** The suite over an engine that is reached over HTTP. */
function remoteConformance(start: () => Promise<Parts>): void {
  painterConformance(async () => {
    const { bundle, context, engine } = await openEngine();
    const { server, source, ...refusing } = await start();
    closing.push(() => server.die());
    return {
      engine,
      painter: createPlanPainter({ context, drafts: createDrafts(bundle) }, source),
      async restart() {
        await server.die();
        await server.start();
      },
      ...refusing,
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
    const ways = [['black', 'black'] as const, ['unsafe', 'censored'] as const];
    return { server, source, ...refusingBy<SdapiTrouble>(server, ways) };
  });
});

describe.each([
  ['an endpoint as OpenAI’s', true],
  ['one that takes more, and has no edits', false],
])('%s', (_, isStrict) => {
  remoteConformance(async () => {
    const server = await startOpenai({ token: 'secret', isStrict, sizes: ['256x256', '320x192', '192x320'] });
    const source = createOpenai({ ...USUAL, url: server.url, authorization: 'Bearer secret' });
    const said = ['policy', 'moderation', 'filter', 'filtered'] as const;
    const ways = [...said.map((way) => ['policy', way] as const), ['black', 'black'] as const];
    return { server, source, ...refusingBy<OpenaiTrouble>(server, ways) };
  });
});

describe.each([
  ['ComfyUI', true],
  ['ComfyUI that nothing is heard of', false],
])('%s', (_, hasSocket) => {
  remoteConformance(async () => {
    const server = await startComfyui({ authorization: basic('ada', 'lovelace'), hasSocket, stepMs: 10 });
    const source = createComfyui({
      ...USUAL,
      url: server.url,
      authorization: basic('ada', 'lovelace'),
      upscaleWorkflow: hasSocket ? 'test/fixtures/comfyui/upscale.json' : undefined,
    });
    const ways = [['black', 'black'] as const, ['policy', 'refused'] as const];
    return { server, source, ...refusingBy<ComfyuiTrouble>(server, ways) };
  });
});
