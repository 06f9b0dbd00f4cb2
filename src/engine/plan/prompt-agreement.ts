import type { Manifest } from '../bundle/manifest.js';
import type { Latents } from '../latents/latents.js';
import { mean } from '../metrics/mean.js';
import type { NamingManifest } from '../words/language.js';
import { type NamedThing, readEnglish, readPrompt } from '../words/reading.js';
import { paintedShare } from './painted-share.js';

/** Where this much of a thing has the colours asked for, it has them: the rest is eyes, leaves and wheels. */
const PLENTY = 0.75;

/** Holds plans against one prompt. */
export interface PromptJudge {
  /** Whether the prompt asks for what the prior often misses: a thing in a colour, or three things that are not all alike. */
  readonly isDemanding: boolean;
  /**
   * How much of what the prompt names a plan has, 0–1, the mean over the things asked for: nothing of one that the description lacks; of others as
   * much as it has of itself and its colours, by the description and, as half of it, by the visual tokens inside its boxes. With two things the
   * prior often gives one the other's colour.
   *
   * @returns undefined for a plan without a description, 1 for prompts of which nothing is understood
   */
  agreement(latents: Latents): number | undefined;
}

export function createPromptJudge(manifest: Pick<Manifest, 'codebook'> & NamingManifest, prompt: string): PromptJudge {
  const asked = readPrompt(prompt, manifest).things;
  return {
    isDemanding: asked.some(({ colours }) => colours.length > 0) || isCrowded(asked),
    agreement(latents) {
      if (latents.description === undefined) return undefined;
      if (asked.length === 0) return 1;
      const left = [...readEnglish(latents.description, manifest).things];
      const shares = asked.map((thing) => {
        return (takeBest(thing, left) * (1 + painted(thing, latents, manifest.codebook.colours))) / 2;
      });
      return mean(shares);
    },
  };
}

function isCrowded(asked: readonly NamedThing[]): boolean {
  return asked.length > 2 && new Set(asked.map(({ thing }) => thing)).size > 1;
}

/** How much the best of those that are planned and left has of what is asked for. It is taken, as it can stand for one thing only. */
function takeBest({ thing, colours }: NamedThing, left: NamedThing[]): number {
  const agreements = left.map((one) => {
    const named = colours.filter((colour) => one.colours.includes(colour)).length;
    return one.thing === thing ? (1 + named) / (1 + colours.length) : 0;
  });
  const best = Math.max(0, ...agreements);
  if (best > 0) left.splice(agreements.indexOf(best), 1);
  return best;
}

function painted({ thing, colours }: NamedThing, latents: Latents, codeColours: readonly string[]): number {
  if (colours.length === 0) return 1;
  const shares = colours.map((colour) => {
    const share = paintedShare(latents, thing, colour, codeColours) ?? 1;
    return Math.min(1, (share * colours.length) / PLENTY);
  });
  return mean(shares);
}
