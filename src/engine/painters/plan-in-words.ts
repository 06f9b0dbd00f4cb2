import { type Box, colourName, type PlaceWord, placeWord, type Swatch } from '../latents/index.js';
import type { CellPlan } from '../requests/index.js';
import type { PromptReading } from '../words/index.js';

/** A plan as a text-to-image engine is told it. */
export interface PlanInWords {
  prompt: string;
  /** What no picture of it may have; empty for nothing. */
  negative: string;
}

/** Colours that are named: engines mix up more. */
const MOST_COLOURS = 4;

/** How places are spoken of, by `placeWord`. */
const AT: Readonly<Record<PlaceWord, string>> = {
  'upper left': 'in the upper left',
  top: 'at the top',
  'upper right': 'in the upper right',
  left: 'on the left',
  centre: 'in the centre',
  right: 'on the right',
  'lower left': 'in the lower left',
  bottom: 'at the bottom',
  'lower right': 'in the lower right',
};

/**
 * Words a plan: what was asked for as it was said, the description, the style, the palette's colours by name, and where
 * things are.
 *
 * @param asked the cell's prompt
 * @param without what more is not wanted, as it was said
 */
export function planInWords(
  { latents }: Pick<CellPlan, 'latents'>,
  asked: string,
  { notes, worded, style, finish }: Pick<PromptReading, 'notes' | 'worded' | 'style' | 'finish'>,
  without = '',
): PlanInWords {
  const removed = notes.flatMap((note) => (note.type === 'removed' || note.type === 'inseparable' ? [note.said] : []));
  // Engines paint whatever is named, “without” before it or not.
  const said = removed.length === 0 ? asked : worded;
  const { description = '', palette = [], boxes = [] } = latents;
  const described = description.replaceAll(' ,', ',');
  const manner = finish ?? style;
  const hasManner = manner === undefined || isSaid(manner, [said, described]);
  const parts = [
    described.toLowerCase().startsWith(said.toLowerCase()) ? '' : said,
    described,
    hasManner ? '' : `${manner} style`,
    colours(palette),
    ...boxes.map(place),
  ];
  const negative = [...without.split(','), ...removed.filter((one) => !without.includes(one))].map((one) => one.trim());
  return { prompt: listed(parts), negative: listed(negative) };
}

/** In words or as we call it: “oil painting”, `oil-painting`. */
function isSaid(name: string, texts: readonly string[]): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('-', ' ');
  return texts.some((text) => plain(text).includes(plain(name)));
}

function listed(parts: readonly string[]): string {
  return [...new Set(parts.filter((part) => part !== ''))].join(', ');
}

function colours(palette: readonly Swatch[]): string {
  const names = new Set(palette.map(({ colour }) => colourName(colour)));
  return names.size === 0 ? '' : `colours ${[...names].slice(0, MOST_COLOURS).join(' and ')}`;
}

function place({ label, x0, y0, x1, y1 }: Box): string {
  return label === '' ? '' : `${label} ${AT[placeWord((x0 + x1) / 2, (y0 + y1) / 2)]}`;
}
