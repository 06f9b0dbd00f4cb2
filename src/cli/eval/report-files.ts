import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../engine/basics/index.js';
import type { Painter, PaintTask } from '../../engine/evaluation/index.js';
import { renderCurves, renderSheet, type SheetBlock } from '../../images/index.js';

import { COLUMNS, type Summary } from './table.js';

/** What the sheet shows unless told: everyday things that any bundle of stickers knows. */
export const SHEET_PROMPTS = ['cat', 'dog', 'house', 'car', 'flower', 'robot', 'fish', 'tree'].map(
  (noun) => `a ${noun}`,
);
const SHEET_GUIDANCE = 7;
const SHEET_CELLS = 4;
const PANELS_A_ROW = 3;

const ARROWS = { lower: 'lower is better', higher: 'higher is better' };

/** Writes `curves.png`: each score over guidance scales, a line each method, at the first number of steps. */
export async function writeCurves(folder: string, summaries: readonly Summary[]): Promise<void> {
  const [steps] = summaries.map((summary) => summary.steps);
  const shown = summaries.filter((summary) => summary.steps === steps);
  const methods = [...new Set(shown.map(({ method }) => method))];
  const panels = COLUMNS.map(({ score, heading, better }) => ({
    title: `${heading} (${ARROWS[better]})`,
    curves: methods.map((name) => ({
      name,
      points: shown
        .filter(({ method }) => method === name)
        .sort((a, b) => a.guidance - b.guidance)
        .map(({ guidance, mean, deviation }) => ({ x: guidance, y: mean[score], error: deviation[score] })),
    })),
  }));
  await writeFile(join(folder, 'curves.png'), await renderCurves(panels, PANELS_A_ROW, 'guidance scale'));
}

/**
 * Writes `sheet.png`: baseline and Kaleido side by side at guidance 7, one seed, nothing chosen.
 * @param how what the scored pictures are painted by
 */
export async function writeComparison(
  folder: string,
  painter: Painter,
  prompts: readonly string[],
  how: Omit<PaintTask, 'method' | 'prompt' | 'count' | 'guidance'>,
  signal: AbortSignal,
): Promise<void> {
  const blocks: SheetBlock[] = [];
  for (const prompt of prompts) {
    for (const method of ['baseline', 'kaleido'] as const) {
      const task = { ...how, method, prompt, count: SHEET_CELLS, guidance: SHEET_GUIDANCE };
      blocks.push({ label: `${prompt}: ${method}`, images: await painter.paint(task, signal) });
    }
  }
  await makeFolder(folder);
  await writeFile(join(folder, 'sheet.png'), await renderSheet(blocks, 2));
}
