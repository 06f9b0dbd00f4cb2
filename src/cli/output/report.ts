import type { ArtworkCredit } from '../../core/index.js';
import { formatLatent, KIND_NAMES, type LatentKind, type Latents, presentKinds } from '../../engine/latents/index.js';
import { cut } from '../../platforms/terminal/window/index.js';

/** One cell of a finished grid, as it is told about. */
export interface CellReport {
  latents: Latents;
  /** Latent code that pins exactly these latents. */
  code: string;
  /** Seed of the cell's diffusion noise. */
  seed: number;
  /** What memory recalled for it. */
  artworks: readonly ArtworkCredit[];
  /** Names of things that were centred in the boxes chosen for them, as they would have been stretched too far. */
  centred: readonly string[];
  /** Path of the cell's own picture, when asked for. */
  file?: string;
}

/** A finished generation, as it is told about. */
export interface Report {
  prompt: string;
  /** Path of the grid. */
  file: string;
  settings: Readonly<Record<string, unknown>>;
  vendi: number;
  candidates: number;
  pinned: readonly LatentKind[];
  cells: readonly CellReport[];
}

/** Each kind that the latents have, in words. */
export function latentsInWords(latents: Latents): Partial<Record<LatentKind, string>> {
  return Object.fromEntries(presentKinds(latents).map((kind) => [kind, formatLatent(kind, latents)]));
}

/** `fox: Noto Emoji by Google, Apache-2.0 (noto:fox)` */
export function artworkInWords({ thing, picture, set, author, licence }: ArtworkCredit): string {
  return set === undefined ? `${thing} (${picture})` : `${thing}: ${set} by ${author}, ${licence} (${picture})`;
}

/** A line for each kind that the latents have. @param pinned kinds that are marked as such */
export function latentLines(latents: Latents, pinned: readonly LatentKind[] = []): string[] {
  return presentKinds(latents).map((kind) => {
    const mark = pinned.includes(kind) ? ' (pinned)' : '';
    return `   ${KIND_NAMES[kind].padEnd(12)} ${formatLatent(kind, latents)}${mark}`;
  });
}

function cellLines(cell: CellReport, number: number, pinned: readonly LatentKind[]): string[] {
  return [
    `${number}.`,
    ...latentLines(cell.latents, pinned),
    ...cell.artworks.map((work) => `   ${'artwork'.padEnd(12)} ${artworkInWords(work)}`),
    ...cell.centred.map((thing) => `   ${'centred'.padEnd(12)} ${thing}: it would be stretched too far in its box`),
    `   ${'code'.padEnd(12)} ${cell.code}`,
    ...(cell.file === undefined ? [] : [`   ${'picture'.padEnd(12)} ${cell.file}`]),
    '',
  ];
}

/** The report for people, ending in a line break. */
export function reportText(report: Report): string {
  const { cells, vendi, candidates, settings } = report;
  const lines = cells.flatMap((cell, index) => cellLines(cell, index + 1, report.pinned));
  const diversity = `Diversity (Vendi score): ${vendi.toFixed(2)} of ${cells.length}, chosen from ${candidates} plans.`;
  return [...lines, diversity, `Seed: ${settings.seed}`, `Grid: ${report.file}`, ''].join('\n');
}

/** The report in a window, beneath the picture: a line for each cell, and how to make the grid again. */
export function reportShort({ cells, vendi, candidates, settings, file }: Report, width: number): string {
  const lines = cells.map(({ latents, file: picture }, index) => {
    const words = presentKinds(latents)
      .filter((kind) => kind === 'description' || kind === 'palette')
      .map((kind) => formatLatent(kind, latents));
    return cut(`${index + 1}. ${[...words, ...(picture === undefined ? [] : [picture])].join(' · ')}`, width);
  });
  const diversity = `diversity ${vendi.toFixed(2)} of ${cells.length} from ${candidates} plans`;
  return [...lines, `Seed ${settings.seed} · ${diversity} · all latents and codes: --details`, file, ''].join('\n');
}

/** The report for programs. */
export function reportJson(report: Report): object {
  const cells = report.cells.map((cell) => ({ ...cell, words: latentsInWords(cell.latents) }));
  return { ...report, cells };
}
