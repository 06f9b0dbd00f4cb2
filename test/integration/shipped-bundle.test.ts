import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkMemory } from '../../src/cli/doctor/memory-check.js';
import type { RgbaImage } from '../../src/engine/basics/rgba-image.js';
import { type Bundle, loadBundle } from '../../src/engine/bundle/bundle.js';
import { createEngine } from '../../src/engine/pipeline/engine.js';
import type { CellPlan, Engine } from '../../src/engine/requests/types.js';
import { createPromptReader } from '../../src/engine/words/prompt-reader.js';
import type { AskedThing, PromptReader } from '../../src/engine/words/prompt-reading.js';

// What only a trained prior can show; the engine's mechanics are tested on the tiny bundle.
describe('the shipped bundle', () => {
  let bundle: Bundle;
  let reader: PromptReader;
  let engine: Engine;

  beforeAll(async () => {
    bundle = await loadBundle('models/stickers');
    reader = createPromptReader(bundle);
    engine = await createEngine(bundle);
  });
  afterAll(() => engine.dispose());

  it('has pictures that are all as they were measured, our own drawings too', async () => {
    expect(bundle.memory.drawn).toBeDefined();
    const { status, text } = await checkMemory(bundle, new AbortController().signal);
    expect(status).toBe('ok');
    expect(text).toContain(`${bundle.memory.pictures.length} pictures`);
  });

  async function paint(prompt: string, cells: readonly CellPlan[], guidance: number): Promise<RgbaImage[]> {
    for await (const event of engine.paint({ prompt, cells, guidance })) {
      if (event.type === 'done') return event.images;
    }
    throw new Error('The painting ended without pictures.');
  }

  describe('spreads its plans', () => {
    const spread = async (recall: number) => {
      const means: number[] = [];
      for (const variety of [0, 10, 25, 60, 100]) {
        let sum = 0;
        for (const seed of [1, 2, 3]) {
          sum += (await engine.plan({ prompt: 'a cat', count: 4, variety, seed, recall })).vendi;
        }
        means.push(sum / 3);
      }
      return means;
    };

    it('further and further from variety 0 to 100', async () => {
      const means = await spread(0);
      expect(means[0]).toBeCloseTo(1, 9);
      for (let i = 2; i < means.length; i++) expect(means[i]).toBeGreaterThan(means[i - 1]!);
      // Low settings stay near a single plan instead of jumping to different ones.
      expect(means[1]).toBeLessThan(1.5);
      expect(means[4]).toBeGreaterThan(2.5);
    });

    it('from one plan to as different ones as memory has', async () => {
      const [one, alike, some, usual, most] = await spread(60);
      expect(one).toBeCloseTo(1, 9);
      expect(alike).toBeLessThan(1.5);
      expect(some).toBeGreaterThan(alike!);
      // Natural colours come first at the usual variety, and so some of its pictures are nearer to each other.
      expect(usual).toBeGreaterThan(0.95 * some!);
      expect(most).toBeGreaterThan(some!);
    });
  });

  it.each(['cat', 'pizza', 'rocket', 'tree', 'house', 'heart', 'ghost'])(
    'describes a %s when asked for one',
    async (prompt) => {
      const { cells } = await engine.plan({ prompt, count: 4, variety: 60, seed: 7 });
      const named = cells.filter(({ latents }) => latents.description!.includes(prompt));
      expect(named.length).toBeGreaterThanOrEqual(3);
    },
  );

  // As people write, with words, articles, plurals and endings that no caption has.
  it.each([
    ['a happy little dog', ['dog']],
    ['cute cat wearing a top hat', ['cat', 'top hat']],
    ['two cats', ['cat', 'cat']],
    ['a cat, a dog and a fish', ['cat', 'dog', 'fish']],
    ['le chat noir', ['black cat']],
    ['deux chevaux blancs', ['white horse', 'white horse']],
    ['una casa roja', ['red house']],
    ['un gato con un perro', ['cat', 'dog']],
    ['una mela rossa', ['red apple']],
    ['tre gatti neri', ['black cat', 'black cat', 'black cat']],
    ['uma flor amarela', ['yellow flower']],
    ['dois corações azuis', ['blue heart', 'blue heart']],
    ['een rode auto', ['red car']],
    ['drie groene vissen', ['green fish', 'green fish', 'green fish']],
    ['zwei Häuser', ['house', 'house']],
    ['der weiße Vogel', ['white bird']],
  ])('plans what is asked for in “%s”', async (prompt, asked) => {
    const { cells } = await engine.plan({ prompt, count: 4, variety: 60, seed: 7, kinds: ['description'] });
    const held = cells.filter(({ latents }) => {
      const left = reader
        .read(latents.description!)
        .things.flatMap((thing) => new Array<AskedThing>(thing.count).fill(thing));
      return asked.every((one) => {
        const k = left.findIndex(({ names: [name], colours }) => [name, `${colours[0]} ${name}`].includes(one));
        if (k >= 0) left.splice(k, 1);
        return k >= 0;
      });
    });
    expect(held.length).toBeGreaterThanOrEqual(3);
  });

  it('paints four different cats at guidance 7, and four alike at variety 0', async () => {
    const differences = async (variety: number) => {
      const { cells } = await engine.plan({ prompt: 'cat', count: 4, variety, seed: 7 });
      const images = await paint('cat', cells, 7);
      return images.flatMap((a, i) => images.slice(i + 1).map((b) => meanDifference(a, b)));
    };
    expect(Math.max(...(await differences(60)))).toBeGreaterThan(40);
    expect(Math.max(...(await differences(0)))).toBeLessThan(20);
  });

  it('keeps a pinned palette over rerolls, and changes the rest', async () => {
    const palette = bundle.manifest.palette.colours.slice(0, 1).map((colour) => ({ colour, share: 1 }));
    const plans = [];
    for (const seed of [1, 2]) {
      plans.push(await engine.plan({ prompt: 'a cat', count: 4, variety: 60, seed, pinned: { palette } }));
    }
    for (const { cells } of plans) for (const { latents } of cells) expect(latents.palette).toEqual(palette);
    const tokens = plans.flatMap(({ cells }) => cells.map(({ latents }) => latents.tokens!.join()));
    expect(new Set(tokens).size).toBeGreaterThan(4);
  });
});

/** Mean absolute difference of two pictures over all channels, 0–255. */
function meanDifference(a: RgbaImage, b: RgbaImage): number {
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - b.data[i]!), 0) / a.data.length;
}
