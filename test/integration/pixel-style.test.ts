import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paintToEnd } from '../../bench/paint-to-end.js';
import { loadBundle } from '../../src/engine/bundle/bundle.js';
import { decodeLatentCode, encodeLatentCode } from '../../src/engine/codes/index.js';
import { finishNamed } from '../../src/engine/finishes/index.js';
import { createEngine } from '../../src/engine/pipeline/engine.js';
import type { CellPlan, Engine } from '../../src/engine/requests/types.js';
import { isOfSquares } from '../../src/images/squares.js';

const ASKED = { count: 4, variety: 60, seed: 7 };
const pixel = finishNamed('pixel')!;

describe.each([
  ['the shipped bundle', 'models/stickers'],
  ['the tiny bundle', 'test/fixtures/bundle-tiny'],
])('the pixel style, with %s', (_, dir) => {
  let engine: Engine;
  let cells: CellPlan[];
  beforeAll(async () => {
    engine = await createEngine(await loadBundle(dir), { threads: 1 });
    ({ cells } = await engine.plan({ ...ASKED, prompt: 'a pixel art cat' }));
  });
  afterAll(() => engine?.dispose());

  it('is in the words of every plan, whether the prompt or an option asks for it', async () => {
    const asked = await engine.plan({ ...ASKED, prompt: 'a cat', style: 'pixel' });
    for (const { draft, latents } of [...cells, ...asked.cells]) {
      expect(draft!.finish).toBe('pixel');
      expect(latents.description).toMatch(/ , pixel style$/);
    }
  });

  it('is what another style paints, in squares, and codes replay it', async () => {
    const images = await paintToEnd(engine, { prompt: 'a pixel art cat', cells });
    const plain = cells.map(({ draft, latents, ...rest }): CellPlan => {
      const { finish: _finish, ...painted } = draft!;
      const description = latents.description!.replace('pixel style', `${painted.style} style`);
      return { ...rest, latents: { ...latents, description }, draft: painted };
    });
    const before = await paintToEnd(engine, { prompt: 'a pixel art cat', cells: plain });
    expect(images).toEqual(before.map((image) => pixel.apply(image)));
    expect(images.some(isOfSquares)).toBe(true);
    const coded = cells.map((cell) => ({
      ...cell,
      ...decodeLatentCode(encodeLatentCode(cell.latents, null, cell.draft)),
    }));
    expect(await paintToEnd(engine, { prompt: 'whatever', cells: coded.slice(0, 1) })).toEqual(
      await paintToEnd(engine, { prompt: 'whatever', cells: cells.slice(0, 1) }),
    );
  });

  it('stays when something else of a cell is edited, and goes when its words do', async () => {
    const [{ draft, latents }] = cells as [CellPlan];
    const edited = async (description: string) => {
      const request = { ...ASKED, prompt: 'a pixel art cat', count: 1, pinned: { description }, draft: draft! };
      return (await engine.plan(request)).cells[0]!;
    };
    const dog = await edited(latents.description!.replace('cat', 'dog'));
    expect(dog.draft).toMatchObject({ finish: 'pixel', things: [{ thing: 'dog' }] });
    const flat = await edited(latents.description!.replace('pixel', 'flat'));
    expect(flat.draft!.finish).toBeUndefined();
    expect(flat.draft!.style).toBe('flat');
    const palette = [{ colour: '#2e6fdd', share: 1 }];
    const request = { ...ASKED, prompt: 'a pixel art cat', count: 1, pinned: { palette }, draft: draft! };
    expect((await engine.plan(request)).cells[0]!.draft!.finish).toBe('pixel');
  });

  it('is made of what the prior alone plans too', async () => {
    const plan = await engine.plan({ ...ASKED, count: 1, prompt: 'a cat', style: 'pixel', recall: 0 });
    const request = { prompt: 'a cat', cells: plan.cells, steps: 2 };
    const [image] = await paintToEnd(engine, { ...request, style: 'pixel' });
    expect(image).toEqual(pixel.apply((await paintToEnd(engine, { ...request, prompt: 'a cat' }))[0]!));
  });
});
