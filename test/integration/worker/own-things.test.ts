import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AcceptedNow } from '../../../src/core/core.js';
import type { Actor, Generation } from '../../../src/core/types.js';
import { readMetadata } from '../../../src/images/metadata.js';
import { encodePng } from '../../../src/images/sharp.js';
import { solid } from '../../unit/images/solid.js';
import { here, somebody } from '../core/support/world.js';
import { openWorkbench, type Workbench } from './workbench.js';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
  await bench.work();
});
afterAll(() => bench?.close());

const bytes = await encodePng(solid(64, [200, 30, 30, 255]));
const zorp = { name: 'zorp', bytes };
const QUICK = { count: 2, steps: 2, seed: 7 };

async function done(accepted: Promise<AcceptedNow>): Promise<Generation> {
  const { id } = (await accepted).generation;
  await vi.waitFor(async () => expect(['done', 'failed']).toContain((await bench.find(id)).status), {
    timeout: 60_000,
    interval: 50,
  });
  const generation = await bench.find(id);
  expect(generation).toMatchObject({ failure: null, status: 'done' });
  return generation;
}

const imagine = (ada: Actor, input: Parameters<typeof bench.core.imagine>[1]) =>
  done(bench.core.imagine(ada, { ...QUICK, ...input }, here()));
/** Pictures of people's own that each cell is drawn after. */
const drawnAfter = ({ cells }: Generation) =>
  cells.map(({ draft }) => draft?.things.map(({ picture }) => picture).filter((one) => one.startsWith('own:')));

describe('a grid that is drawn after somebody’s own picture', () => {
  const ada = somebody();
  let grid: Generation;
  let picture: string;
  beforeAll(async () => {
    grid = await imagine(ada, { prompt: 'a zorp and a pizza', own: [zorp] });
    picture = grid.cells[0]!.draft!.things.find((one) => one.picture.startsWith('own:'))!.picture;
  });

  it('names it in its record by a short hash, and no more', async () => {
    const file = await bench.stores.blobs.get(grid.gridKey!);
    const { settings, cells } = await readMetadata(file!);
    expect(settings.own).toEqual(['zorp']);
    expect(cells.map(({ own }) => own)).toEqual([[{ thing: 'zorp', picture }], [{ thing: 'zorp', picture }]]);
    expect(picture).toMatch(/^own:[0-9a-f]{16}$/);
  });

  it.each<[string, () => Promise<AcceptedNow>]>([
    ['rerolled', () => bench.core.rerollAll(ada, grid.id, here())],
    ['rerolled in one picture', () => bench.core.rerollCell(ada, grid.id, 1, here())],
    ['edited in its colours', () => bench.core.edit(ada, grid.id, 0, 'palette', 'teal, white', here())],
    [
      'edited in its boxes',
      () => bench.core.edit(ada, grid.id, 0, 'boxes', 'zorp 0,0,32,32; pizza 32,32,64,64', here()),
    ],
    ['edited in its words', () => bench.core.edit(ada, grid.id, 0, 'description', 'a zorp on a pizza', here())],
    ['spliced', () => bench.core.splice(ada, grid.id, { description: 0, palette: 1 }, here())],
    ['varied', () => bench.core.variations(ada, grid.id, 0, here())],
    ['used whole', () => bench.core.useLatents(ada, grid.id, 0, [], { prompt: '', count: 2 }, here())],
    ['used for its colours', () => bench.core.useLatents(ada, grid.id, 0, ['palette'], { prompt: 'a zorp' }, here())],
  ])('is drawn after it when it is %s', async (_, ask) => {
    const made = await done(ask());
    expect(made.settings.own).toEqual(grid.settings.own);
    for (const own of drawnAfter(made)) expect(own).toContain(picture);
    expect(made.cells.flatMap(({ lost }) => lost)).toEqual([]);
  });

  it('is drawn after it by its code where the picture comes along, whatever that is called then', async () => {
    const code = await bench.core.code(ada, grid.id, 0);
    const input = { prompt: 'a blimp and a pizza', code, count: 1, own: [{ ...zorp, name: 'blimp' }] };
    const again = await imagine(somebody(), input);
    expect(drawnAfter(again)).toEqual([[picture]]);
    expect(again.cells[0]).toMatchObject({ latents: grid.cells[0]!.latents, lost: [] });
  });

  it('is painted of its code alone where the picture does not come along, and that is told', async () => {
    const code = await bench.core.code(ada, grid.id, 0);
    const bob = somebody();
    const shared = await imagine(bob, { prompt: 'a zorp and a pizza', code, count: 1 });
    expect(shared.cells[0]).toMatchObject({
      latents: grid.cells[0]!.latents,
      draft: null,
      lost: [{ kind: 'tokens', how: 'without_picture' }],
    });
    const other = [{ name: 'zorp', bytes: await encodePng(solid(64, [30, 200, 30, 255])) }];
    expect((await imagine(bob, { prompt: 'a zorp', code, count: 1, own: other })).cells[0]!.lost).toHaveLength(1);
    const used = await done(bench.core.useLatents(ada, grid.id, 0, [], { prompt: 'a zorp', own: other }, here()));
    expect(used.cells[0]!.lost).toEqual([{ kind: 'tokens', how: 'without_picture' }]);
  });
});
