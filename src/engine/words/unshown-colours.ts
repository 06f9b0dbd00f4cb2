import { finishNamed } from '../finishes/index.js';
import type { AskedThing, ReadingNote } from './prompt-reading.js';
import { senseOf } from './sense.js';
import type { Span } from './spans.js';

/** What a grey picture can have. */
const GREYS: ReadonlySet<string> = new Set(['black', 'white', 'grey']);

/** Colours that were said of things or of their parts, and that are gone when the picture is finished. */
export function unshownColours(
  finish: string | undefined,
  spans: readonly Span[],
  things: readonly AskedThing[],
): ReadingNote[] {
  const lacks = finishNamed(finish)?.lacks;
  if (lacks === undefined) return [];
  const isLost = (colour: string) => lacks === 'colours' || !GREYS.has(colour);
  const shown = things.flatMap(({ colours, parts = [] }) => [...colours, ...parts.map(({ colour }) => colour)]);
  const said = spans.flatMap((span) => {
    const own = senseOf(span.senses, 'colour')?.colour;
    return [...(own === undefined ? [] : [{ colour: own, said: span.said }]), ...(span.parts ?? [])];
  });
  return said
    .filter(({ colour }) => shown.includes(colour) && isLost(colour))
    .map((one) => ({ type: 'left-out', said: one.said, why: 'colour' }));
}
