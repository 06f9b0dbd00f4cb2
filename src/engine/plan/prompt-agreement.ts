import type { Latents } from '../latents/index.js';
import type { Manifest } from '../manifest/index.js';
import { mean } from '../metrics/index.js';
import type { AskedThing, PromptReader, PromptReading, ReadOptions } from '../words/index.js';
import { paintedShare } from './seen-colours.js';

/** Where this much of a thing has the colours asked for, it has them: the rest is eyes, leaves and wheels. */
const PLENTY = 0.5;

/** Holds plans against one prompt. */
export interface PromptJudge {
  /**
   * How much of what the prompt names a plan has, 0–1, the mean over the things asked for: nothing of one that the
   * description lacks; of others as much as it has of itself, its colours and its moods, by the description and, as
   * half of it, by what the visual tokens inside its boxes have of the colours. With two things the prior often gives
   * one the other's colour.
   *
   * @returns undefined for a plan without a description, 1 for prompts of which nothing is understood
   */
  agreement(latents: Latents): number | undefined;
}

/** What plans are held against a prompt by. */
export interface JudgingContext {
  readonly manifest: Pick<Manifest, 'codebook'> & { readonly tables: Pick<Manifest['tables'], 'colours'> };
  readonly reader: PromptReader;
}

/** @param reading how the prompt is read */
export function createPromptJudge(
  { manifest, reader }: JudgingContext,
  prompt: string,
  reading: ReadOptions = {},
): PromptJudge {
  const asked = eachOf(reader.read(prompt, reading));
  return {
    agreement(latents) {
      if (latents.description === undefined) return undefined;
      if (asked.length === 0) return 1;
      const left = eachOf(reader.read(latents.description));
      const shares = asked.map((thing) => {
        return (takeBest(thing, left) * (1 + painted(thing, latents, manifest))) / 2;
      });
      return mean(shares);
    },
  };
}

/** Several of a thing one by one, without own things, which the prior does not know. */
function eachOf({ things }: PromptReading): AskedThing[] {
  return things.flatMap((thing) => (thing.called === undefined ? new Array<AskedThing>(thing.count).fill(thing) : []));
}

/**
 * How much the best of those that are planned and left has of what is asked for. It is taken, as it can stand for one
 * thing only.
 */
function takeBest(asked: AskedThing, left: AskedThing[]): number {
  const agreements = left.map((one) => (isSame(asked, one) ? 1 + described(asked, one) : 0));
  const best = Math.max(0, ...agreements);
  if (best > 0) left.splice(agreements.indexOf(best), 1);
  return best / (1 + asked.colours.length + Math.min(1, asked.moods.length));
}

/** A grinning cat is a cat too, where the bundle has both. */
function isSame(asked: AskedThing, planned: AskedThing): boolean {
  return planned.names.some((name) => asked.names.some((one) => name === one || name.endsWith(` ${one}`)));
}

/** How many of the colours asked for a thing is described with, and whether with one of the moods. */
function described(asked: AskedThing, planned: AskedThing): number {
  const colours = asked.colours.filter((colour) => planned.colours.includes(colour));
  const moods = [...planned.moods, ...planned.names.map((name) => name.slice(0, name.lastIndexOf(' ')))];
  const isInMood = asked.moods.some((mood) => moods.includes(mood));
  return colours.length + (isInMood ? 1 : 0);
}

function painted(asked: AskedThing, latents: Latents, { codebook, tables }: JudgingContext['manifest']): number {
  const { colours } = asked;
  if (colours.length === 0) return 1;
  const seen = { codes: codebook.colours, colours: tables.colours };
  const shares = colours.map((colour) => {
    const share = paintedShare(latents, asked.names, colour, seen) ?? 1;
    return Math.min(1, (share * colours.length) / PLENTY);
  });
  return mean(shares);
}
