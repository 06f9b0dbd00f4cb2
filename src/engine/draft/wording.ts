import { LIMITS } from '../basics/index.js';
import { splitGround } from '../finishes/index.js';
import type { Box } from '../latents/index.js';
import type { Tables } from '../manifest/index.js';
import { plainName } from '../memory/index.js';
import { relationsIn } from './layout/index.js';

/** Where the middle of a canvas ends, in parts of its side (training/kaleido/data/captions.py). */
const NEAR = 12.5 / 32;
const FAR = 19.5 / 32;

/** A thing as a description speaks of it. */
export interface Spoken {
  thing: string;
  /** At most two. */
  colours: readonly string[];
  /** Of a mood or mark. */
  mood: string | undefined;
  /** Where it stands, which is said of several of a kind. */
  box: Omit<Box, 'label'>;
}

/** A description in the grammar of the captions that the prior has learned from. @param things as they are spoken of */
export function wordDescription(things: readonly Spoken[], kind: string, style: string, { relations }: Tables): string {
  // Of many there is room for no more than what they are.
  const isMany = things.length > LIMITS.thingsTogether;
  const isPlaced = (kind === 'count' || kind === 'list') && !isMany;
  const nouns = things.map(({ thing, colours, mood, box }) => {
    const words = [(isMany ? colours.slice(0, 1) : colours).join(' and '), mood ?? '', plainName(thing)].filter(
      (word) => word !== '',
    );
    const noun = `${article(words[0]!)} ${words.join(' ')}`;
    return isPlaced ? `${noun} ${placeOf(box)}` : noun;
  });
  const between = isPlaced ? [] : relationsIn(kind).filter((relation) => Object.hasOwn(relations, relation));
  const said = nouns.map((noun, k) => (k === 0 ? noun : `${between[k - 1] ?? 'and'} ${noun}`));
  return `${said.join(' ')} , ${style} style`;
}

/**
 * The description of what is painted before it is finished, which is what the networks know: the finish's name, which
 * stands where captions have the style, becomes the style's again.
 */
export function asPainted(description: string, { style, finish }: { style: string; finish?: string }): string {
  const { finish: named } = splitGround(finish);
  const end = `${named} style`;
  return named !== undefined && description.endsWith(end)
    ? `${description.slice(0, -end.length)}${style} style`
    : description;
}

/** `a` or `an`, by the first letter. */
function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

function placeOf({ x0, y0, x1, y1 }: Spoken['box']): string {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const row = y < NEAR ? 'at the top' : y > FAR ? 'at the bottom' : '';
  const column = x < NEAR ? 'on the left' : x > FAR ? 'on the right' : '';
  return [row, column].filter((part) => part !== '').join(' ') || 'in the middle';
}
