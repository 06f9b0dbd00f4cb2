import { PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import type { AskedThing } from './prompt-reading.js';

/**
 * Tells whether things can be drawn in a style, as recall chooses styles: one that has all of them, or where none has,
 * the first.
 */
export function stylesHad({
  manifest,
  memory,
}: BundleWords): (things: readonly AskedThing[], style: string) => boolean {
  const had = new Map<string, Set<string>>();
  const { kind, shows, style: styleOf } = memory.measures;
  for (const [picture, shown] of shows.entries()) {
    if (kind[picture] === PICTURE_KINDS.mood) continue;
    const { name } = memory.things[shown]!;
    const styles = had.get(name) ?? new Set();
    had.set(name, styles.add(manifest.styles[styleOf[picture]!]!));
  }
  const has = ({ names }: AskedThing, style: string) => names.some((name) => had.get(name)?.has(style));
  return (things, style) => {
    const isAnyWhole = manifest.styles.some((one) => things.every((thing) => has(thing, one)));
    return isAnyWhole ? things.every((thing) => has(thing, style)) : has(things[0]!, style);
  };
}
