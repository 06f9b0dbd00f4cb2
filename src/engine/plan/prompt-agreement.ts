import type { Manifest } from '../bundle/manifest.js';
import type { Latents } from '../latents/latents.js';
import { mean } from '../metrics/mean.js';
import type { NamingManifest } from '../words/language.js';
import { type NamedThing, readEnglish, readPrompt } from '../words/reading.js';
import { paintedShare } from './painted-share.js';

/** Where this much of a thing has the colours asked for, it has them: the rest is eyes, leaves and wheels. */
const PLENTY = 0.5;

/** Holds plans against one prompt. */
export interface PromptJudge {
  /**
   * How much of what the prompt names a plan has, 0–1, the mean over the things asked for: nothing of one that the description lacks; of others as
   * much as it has of itself, its colours and its moods, by the description and, as half of it, by what the visual tokens inside its boxes have of the
   * colours. With two things the prior often gives one the other's colour.
   *
   * @returns undefined for a plan without a description, 1 for prompts of which nothing is understood
   */
  agreement(latents: Latents): number | undefined;
}

/** What is read of the manifest. */
export type JudgingManifest = Pick<Manifest, 'codebook'> & NamingManifest;

export function createPromptJudge(manifest: JudgingManifest, prompt: string): PromptJudge {
  const asked = readPrompt(prompt, manifest).things;
  return {
    agreement(latents) {
      if (latents.description === undefined) return undefined;
      if (asked.length === 0) return 1;
      const left = [...readEnglish(latents.description, manifest).things];
      const shares = asked.map((thing) => {
        return (takeBest(thing, left, manifest.tables) * (1 + painted(thing, latents, manifest))) / 2;
      });
      return mean(shares);
    },
  };
}

/** How much the best of those that are planned and left has of what is asked for. It is taken, as it can stand for one thing only. */
function takeBest(asked: NamedThing, left: NamedThing[], tables: NamingManifest['tables']): number {
  const agreements = left.map((one) => (isSame(asked, one) ? 1 + described(asked, one, tables) : 0));
  const best = Math.max(0, ...agreements);
  if (best > 0) left.splice(agreements.indexOf(best), 1);
  return best / (1 + asked.colours.length + asked.moods.length);
}

function isSame(asked: NamedThing, planned: NamedThing): boolean {
  const names = namesOf(asked);
  return namesOf(planned).some((name) => names.includes(name));
}

function namesOf({ thing, whole }: NamedThing): string[] {
  return whole === undefined ? [thing] : [thing, whole];
}

/** How many of the colours and moods asked for a thing is described with. */
function described(asked: NamedThing, planned: NamedThing, tables: NamingManifest['tables']): number {
  const colours = asked.colours.filter((colour) => planned.colours.includes(colour));
  const moods = asked.moods.filter((mood) => planned.moods.some((one) => isMood(mood, one, tables)));
  return colours.length + moods.length;
}

/** Whether a mood is called by a word, as prompts do; descriptions have its name: “happy” is said of what is grinning. */
function isMood(word: string, name: string, { moods, marks }: NamingManifest['tables']): boolean {
  return word === name || moods[name]?.includes(word) === true || marks[name]?.words.includes(word) === true;
}

function painted(asked: NamedThing, latents: Latents, { codebook, tables }: JudgingManifest): number {
  const { colours } = asked;
  if (colours.length === 0) return 1;
  const seen = { codes: codebook.colours, colours: tables.colours };
  const shares = colours.map((colour) => {
    const share = paintedShare(latents, namesOf(asked), colour, seen) ?? 1;
    return Math.min(1, (share * colours.length) / PLENTY);
  });
  return mean(shares);
}
