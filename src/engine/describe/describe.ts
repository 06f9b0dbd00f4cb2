import type { RgbaImage } from '../basics/index.js';
import type { Bundle } from '../bundle/index.js';
import { wordDescription } from '../draft/index.js';
import type { Latents } from '../latents/index.js';
import { plainName } from '../memory/index.js';
import { type AlikeThing, alikeThings } from './alike.js';
import { createMeasure } from './measure.js';

/** A picture of somebody's, both straight RGBA as large as the bundle's pictures. */
export interface PictureToDescribe {
  /** All of it, without its ground. */
  whole: RgbaImage;
  /** What it shows, as large as fits. */
  subject: RgbaImage;
}

/** What is said of a picture. */
export interface PictureDescription {
  /** What it shows, by its caption name and as people are shown it; undefined where that is not sure enough. */
  thing?: { name: string; display: string };
  /** How likely the thing is what the picture shows, 0–1, whether or not it is named. */
  sureness: number;
  /** At most two others that it may be, the likest first, as people are shown them; none where nothing is named. */
  others: string[];
  /** Caption names of the things that are most like it, the likest first, however unsure that is. */
  likest: string[];
  /** At most two names of colours, the commonest first. */
  colours: string[];
  /** The style of the picture that it is most like; undefined where nothing is named. */
  style?: string;
  /** What to ask for to get the like: “an orange and white fox, flat style”; undefined where nothing is named. */
  prompt?: string;
  /** Boxes, blobs and palette as measured, and a description where a thing is named. */
  latents: Latents;
  /** What an engine says that it shows, and what that is called; absent where none was asked. */
  told?: { by: string; words: string };
  /** An engine was asked and said nothing. */
  isUntold?: true;
}

/** Describes pictures by a bundle's memory. Takes some milliseconds, and no network. */
export type Describer = (picture: PictureToDescribe) => PictureDescription;

/** Things that are compared. */
const SHORTLIST = 24;
const OTHERS = 2;
/** Cosine that they may be less like it. */
const NEAR = 0.2;
/** A thing is named where it is likelier than not. */
const LEAST_SURENESS = 0.5;

/**
 * How sure the likest thing is, by how like it is and by how much liker than the next one: a logistic regression on
 * 2,394 drawings by three sets that the memory has none of, and, a third of the weight, on pictures of other things
 * (docs/describe.md).
 */
const SURENESS = { likeness: 8.1, lead: 19.7, bias: -6.9 } as const;

export function createDescriber({ manifest, memory }: Pick<Bundle, 'manifest' | 'memory'>): Describer {
  const measure = createMeasure(manifest);
  const { styles, tables } = manifest;
  return ({ whole, subject }) => {
    const { colours, palette, box, blob } = measure(whole);
    const alike = memory.likeness ? alikeThings(memory, memory.likeness, subject, SHORTLIST) : [];
    const sureness = surenessOf(alike);
    const shown = (one: AlikeThing) => memory.things[one.thing]!;
    const measured = { boxes: [box], blobs: [blob], palette };
    const [first, ...rest] = alike;
    const likest = alike.map((one) => shown(one).name);
    if (!first || sureness < LEAST_SURENESS) return { sureness, others: [], likest, colours, latents: measured };
    const near = rest.filter(({ likeness }) => likeness > first.likeness - NEAR);
    const { name } = shown(first);
    const style = styles[memory.measures.style[first.picture]!]!;
    const told = coloursToTell(colours, name);
    const spoken = { thing: name, colours: told, mood: undefined, box };
    const description = wordDescription([spoken], 'single', style, tables);
    return {
      thing: { name, display: displayOf(shown(first)) },
      sureness,
      others: near.slice(0, OTHERS).map((one) => displayOf(shown(one))),
      likest,
      colours,
      style,
      prompt: description.replace(' ,', ','),
      latents: { description, ...measured, boxes: [{ ...box, label: plainName(name) }] },
    };
  };
}

function surenessOf([first, second]: readonly AlikeThing[]): number {
  if (!first) return 0;
  const lead = second ? first.likeness - second.likeness : 0;
  return 1 / (1 + Math.exp(-(SURENESS.likeness * first.likeness + SURENESS.lead * lead + SURENESS.bias)));
}

/** None of a thing that is called after a colour, as a red heart and an orange are. */
function coloursToTell(colours: readonly string[], thing: string): readonly string[] {
  const words = thing.split(' ');
  return colours.some((colour) => words.includes(colour)) ? [] : colours;
}

const displayOf = ({ name, display }: { name: string; display?: string | undefined }) => display ?? plainName(name);
