import { beforeAll, expect, it, vi } from 'vitest';
import { sizeOfAspect } from '../../../src/engine/basics/aspects.js';
import type { RefusedWhy } from '../../../src/engine/basics/engine-error.js';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import type { Painter } from '../../../src/engine/painters/painter.js';
import type { Engine, PaintEvent, PaintRequest, Plan } from '../../../src/engine/requests/types.js';

/** A painter, and how it goes away and comes back. */
export interface PainterAtWork {
  painter: Painter;
  /** Plans for it. */
  engine: Pick<Engine, 'plan'>;
  restart(): Promise<void>;
  /**
   * How it comes to refuse, each with the reason that is told, and how it paints again; absent where it refuses
   * nothing.
   */
  refusals?: { why: RefusedWhy; begin(): Promise<void> | void }[];
  relent?(): Promise<void> | void;
}

const PROMPT = 'a cat';
const LEFT = { label: 'cat', x0: 0, y0: 0.25, x1: 0.5, y1: 0.75 };
const RIGHT = { ...LEFT, x0: 0.5, x1: 1 };
/** Farther from the ground a channel is of something, 0–255. */
const OFF_GROUND = 60;
/** Farther from each other, by `meanDifference`, two pictures show something else. */
const SAME_PICTURE = 25;

async function events(painting: AsyncIterable<PaintEvent>): Promise<PaintEvent[]> {
  const all: PaintEvent[] = [];
  for await (const event of painting) all.push(event);
  return all;
}

function imagesOf(all: readonly PaintEvent[]): RgbaImage[] {
  const last = all.at(-1);
  return last?.type === 'done' ? last.images : [];
}

/** How much of what a picture shows is in its left half, 0–1. */
function onTheLeft({ width, data }: RgbaImage, isTransparent: boolean): number {
  const ground = data.slice(0, 3);
  let [left, all] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const isThing = isTransparent
      ? data[at + 3]! > 127
      : ground.some((value, channel) => Math.abs(data[at + channel]! - value) > OFF_GROUND);
    if (!isThing) continue;
    all++;
    if ((at / 4) % width < width / 2) left++;
  }
  return left / all;
}

/** Mean difference of channels, 0–255, at each pixel of the smaller one. */
function meanDifference(small: RgbaImage, large: RgbaImage): number {
  const scale = large.width / small.width;
  const middle = (at: number) => Math.floor((at + 0.5) * scale);
  let sum = 0;
  for (let at = 0; at < small.data.length; at++) {
    const pixel = Math.floor(at / 4);
    const [x, y] = [middle(pixel % small.width), middle(Math.floor(pixel / small.width))];
    sum += Math.abs(small.data[at]! - large.data[4 * (y * large.width + x) + (at % 4)]!);
  }
  return sum / small.data.length;
}

/** What every painter must do. */
export function painterConformance(open: () => Promise<PainterAtWork>): void {
  let work: PainterAtWork;
  let plan: Plan;
  const asked = (change: Partial<PaintRequest> = {}): PaintRequest => ({
    prompt: PROMPT,
    cells: plan.cells,
    steps: 30,
    ...change,
  });
  const paint = async (change?: Partial<PaintRequest>) => imagesOf(await events(work.painter.paint(asked(change))));

  beforeAll(async () => {
    work = await open();
    plan = await work.engine.plan({ prompt: PROMPT, count: 2, variety: 50, seed: 7 });
  });

  it('says what it is, and gives pictures of its size', async () => {
    const { name, model, size } = await work.painter.about();
    expect(name).toMatch(/./);
    expect(model).toMatch(/./);
    const images = await paint();
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [size, size],
      [size, size],
    ]);
  });

  it('paints each shape that it says, with about as many pixels, and refuses others', async () => {
    const { size, aspects = ['1:1'] } = await work.painter.about();
    expect(aspects).toContain('1:1');
    const [cell] = plan.cells;
    const high = '9:16';
    const painting = paint({ cells: [cell!], aspect: high });
    if (!aspects.includes(high)) {
      await expect(painting).rejects.toMatchObject({ code: 'painter_refused', data: { why: 'aspect' } });
      return;
    }
    expect((await painting)[0]).toMatchObject(sizeOfAspect(size, high, 64));
  });

  it('tells how far it is, and shows what it has so far', async () => {
    const all = await events(work.painter.paint(asked({ previewEvery: 1 })));
    const steps = all.flatMap((event) => (event.type === 'step' ? [event.step] : []));
    const total = all.find((event) => event.type === 'step')?.steps;
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(total);
    const { can } = await work.painter.about();
    expect(new Set(steps).size).toBeGreaterThan(can.progress ? 3 : 1);
    expect(all.some(({ type }) => type === 'preview')).toBe(true);
    // What has only finished pictures to show shows none before the first. Engines that are asked tell at any time.
    const before = all.findLastIndex((event) => event.type === 'step');
    if (can.previews) expect(all.slice(0, before).some(({ type }) => type === 'preview')).toBe(true);
    expect(all.filter(({ type }) => type === 'done')).toHaveLength(1);
  });

  it('gives the same picture by the same seed, and another by another', async () => {
    const [cell] = plan.cells;
    const [first] = await paint({ cells: [cell!] });
    if (!(await work.painter.about()).can.seed) return;
    expect(await paint({ cells: [cell!] })).toEqual([first]);
    expect(await paint({ cells: [{ ...cell!, seed: cell!.seed + 1 }] })).not.toEqual([first]);
  });

  it('begins with what was drafted: things are where their boxes are', async () => {
    const { can } = await work.painter.about();
    if (!can.image) return;
    const wanted = { prompt: PROMPT, count: 1, variety: 0, seed: 1, recall: 100 };
    const lefts: number[] = [];
    const { aspects: all = ['1:1'] } = await work.painter.about();
    const aspects = all.filter((one) => one === '1:1' || one === '16:9');
    for (const aspect of aspects) {
      for (const box of [LEFT, RIGHT]) {
        const { cells } = await work.engine.plan({ ...wanted, pinned: { boxes: [box] } });
        const [image] = await paint({ cells, aspect });
        lefts.push(onTheLeft(image!, can.transparency));
      }
    }
    for (const [k, left] of lefts.entries()) expect(k % 2 === 0 ? left : 1 - left).toBeGreaterThan(0.8);
  });

  it('stops when it is told, and paints on afterwards', async () => {
    const stop = new AbortController();
    const painting = async () => {
      for await (const { type } of work.painter.paint(asked({ steps: 250 }), stop.signal)) {
        if (type === 'step') stop.abort(new Error('enough'));
      }
    };
    await expect(painting()).rejects.toThrow('enough');
    expect(await paint({ cells: [plan.cells[0]!] })).toHaveLength(1);
  });

  it('takes out of several requests the one that is aborted', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    const requests = [{ request: asked(), signal: stop.signal }, { request: asked() }];
    const done: number[] = [];
    for await (const { index, event } of work.painter.paintTogether(requests))
      if (event.type === 'done') done.push(index);
    expect(done).toEqual([1]);
  });

  it('makes a picture larger that it painted, where it says that it has something for that', async () => {
    const { upscaler } = await work.painter.about();
    const [image] = await paint({ cells: [plan.cells[0]!] });
    const request = { image: image!, scale: 2 };
    if (upscaler === undefined) {
      const refused = { code: 'painter_refused', data: { why: 'upscale' } };
      if (work.painter.upscale !== undefined)
        await expect(work.painter.upscale(request)).rejects.toMatchObject(refused);
      return;
    }
    const larger = await work.painter.upscale!(request);
    // Some have a scale of their own.
    expect(larger.width).toBeGreaterThanOrEqual(2 * image!.width);
    expect(larger.width / larger.height).toBeCloseTo(image!.width / image!.height, 1);
    expect(meanDifference(image!, larger)).toBeLessThan(SAME_PICTURE);

    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(work.painter.upscale!(request, stop.signal)).rejects.toThrow('enough');
  });

  it('refuses what cannot be painted', async () => {
    await expect(paint({ steps: 0 })).rejects.toMatchObject({ code: 'bad_option' });
    await expect(paint({ prompt: ' ' })).rejects.toMatchObject({ code: 'empty_prompt' });
  });

  it('refuses by name what it shows no picture of, however it says so, and paints on', async () => {
    const [cell] = plan.cells;
    for (const { why, begin } of work.refusals ?? []) {
      await begin();
      await expect(paint({ cells: [cell!] })).rejects.toMatchObject({ code: 'painter_refused', data: { why } });
    }
    await work.relent?.();
    expect(await paint({ cells: [cell!] })).toHaveLength(1);
  });

  it('paints the same once it is started again', async () => {
    const before = await paint();
    await work.restart();
    // A connection that the restart broke is a passing fault, as work takes it.
    const after = await vi.waitFor(() => paint(), { timeout: 60_000 });
    expect(after).toHaveLength(before.length);
    if ((await work.painter.about()).can.seed) expect(after).toEqual(before);
  });
}
