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
  /** Whether the prompt gives a thing a colour. */
  readonly asksForColours: boolean;
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
    asksForColours: asked.some(({ colours }) => colours.length > 0),
    agreement(latents) {
      if (latents.description === undefined) return undefined;
      if (asked.length === 0) return 1;
      const planned = readEnglish(latents.description, manifest).things;
      const shares = asked.map((thing) => {
        return (described(thing, planned) * (1 + painted(thing, latents, manifest.codebook.colours))) / 2;
      });
      return mean(shares);
    },
  };
}

/** The best of those of a kind. */
function described({ thing, colours }: NamedThing, planned: readonly NamedThing[]): number {
  const same = planned.filter((one) => one.thing === thing);
  const named = (had: readonly string[]) => colours.filter((colour) => had.includes(colour)).length;
  return Math.max(0, ...same.map((one) => (1 + named(one.colours)) / (1 + colours.length)));
}

function painted({ thing, colours }: NamedThing, latents: Latents, codeColours: readonly string[]): number {
  if (colours.length === 0) return 1;
  const shares = colours.map((colour) => {
    const share = paintedShare(latents, thing, colour, codeColours) ?? 1;
    return Math.min(1, (share * colours.length) / PLENTY);
  });
  return mean(shares);
}
