import { join } from 'node:path';
import { definedOf } from '../../core/basics/index.js';
import { drawnAfter } from '../../core/contents/index.js';
import type { Aspect } from '../../engine/basics/index.js';
import type { Bundle } from '../../engine/bundle/index.js';
import { encodeLatentCode } from '../../engine/codes/index.js';
import { drawLatents } from '../../engine/latents/index.js';
import { visualTokenizerOf } from '../../engine/manifest/index.js';
import { type CellPlan, type Plan, paintSettings } from '../../engine/requests/index.js';
import { type ImageRecord, renderGrid, renderSingle } from '../../images/index.js';
import { VERSION } from '../../package-info.js';
import { type OutputFile, reserveOutput } from '../output/index.js';
import type { AskedGrid, SettledOptions } from './asked.js';
import type { Made } from './make.js';

/** Files that are to be written. */
export interface Outputs {
  grid: OutputFile;
  /** One a cell, where they were asked for. */
  singles: OutputFile[];
}

/**
 * Everything that can be refused is refused before the first model is opened.
 *
 * @throws KaleidoError for a path that cannot be written
 */
export async function reserveOutputs({ out, cells, count }: SettledOptions): Promise<Outputs> {
  const reserved: OutputFile[] = [];
  const paths = [
    out,
    ...(cells === undefined ? [] : Array.from({ length: count }, (_, i) => join(cells, `cell-${i + 1}.png`))),
  ];
  try {
    for (const path of paths) reserved.push(await reserveOutput(path));
  } catch (error) {
    await Promise.all(reserved.map((output) => output.discard()));
    throw error;
  }
  const [grid, ...singles] = reserved;
  return { grid: grid!, singles };
}

/** As the cells were painted, so that the record makes them again whatever recall says in a later version. */
export function settingsOf(
  { request, wishes, painting }: AskedGrid,
  plan: Plan,
  options: SettledOptions,
  manifest: Bundle['manifest'],
): ImageRecord['settings'] {
  // Of an engine over HTTP, what nobody asked for is its own.
  const painted =
    options.remote === undefined ? paintSettings(painting, manifest.defaults, plan.cells[0]?.draft?.recall) : painting;
  const { guidance, steps, sampler, guidanceRule } = painted;
  return {
    seed: request.seed,
    count: options.count,
    variety: options.variety,
    ...wishes,
    ...definedOf({ guidance, steps, sampler, guidanceRule, aspect: painting.aspect }),
    ...(options.guidanceInterval === undefined ? {} : { guidanceInterval: options.guidanceInterval }),
    ...(options.cads === undefined ? {} : { cads: options.cads }),
    kinds: [...(request.kinds ?? manifest.kinds)],
    pins: [...options.pins],
    ...(request.own === undefined ? {} : { own: request.own.map(({ name }) => name) }),
  };
}

/**
 * Writes the grid and, where they were asked for, its cells, each with the record of how it came about.
 *
 * @param aspect of the pictures
 */
export async function writeGrid(
  { plan, images }: Made,
  asked: Pick<ImageRecord, 'prompt' | 'settings' | 'painter'>,
  bundle: Bundle,
  outputs: Outputs,
  { showLatents, aspect }: { showLatents: boolean; aspect: Aspect | undefined },
): Promise<void> {
  const { manifest, hash } = bundle;
  const record = (cells: readonly CellPlan[]): ImageRecord => ({
    software: `kaleido ${VERSION}`,
    bundle: { name: manifest.name, version: manifest.version, hash },
    ...asked,
    cells: cells.map((cell) => ({
      latents: codeOf(cell, manifest, aspect),
      seed: cell.seed,
      ...(cell.prompt === undefined ? {} : { prompt: cell.prompt }),
      ...drawnAfter(cell.draft, manifest),
    })),
  });
  const gridCells = images.map((image, index) => ({
    image,
    shapes: showLatents ? drawLatents(plan.cells[index]!.latents) : [],
  }));
  await outputs.grid.writePicture(await renderGrid(gridCells, { ...record(plan.cells), vendi: plan.vendi }));
  for (const [index, output] of outputs.singles.entries()) {
    await output.writePicture(await renderSingle(images[index]!, record([plan.cells[index]!])));
  }
}

export function codeOf({ latents, draft }: CellPlan, manifest: Bundle['manifest'], aspect?: Aspect): string {
  return encodeLatentCode(latents, visualTokenizerOf(manifest), draft, aspect);
}
