import type { BundleWords } from './bundle-words.js';
import type { PicturesNeeded } from './gather/index.js';
import type { ReadingNote } from './prompt-reading.js';

/**
 * Of what some pictures show and others do not, those that show it; what none of the style shows is told in `notes`.
 */
export type ChoosePictures = (
  needed: readonly PicturesNeeded[],
  style: string | undefined,
  notes: ReadingNote[],
) => readonly string[] | undefined;

export function picturesChosen({ manifest, memory }: BundleWords): ChoosePictures {
  const styles = new Map(memory.pictures.map((slug, k) => [slug, manifest.styles[memory.measures.style[k]!]]));
  return (needed, style, notes) => {
    let chosen: readonly string[] | undefined;
    for (const { said, isWanted, pictures, why = 'part' } of needed) {
      const before = chosen;
      const fitting = pictures.filter(
        (slug) => (style === undefined || styles.get(slug) === style) && (before?.includes(slug) ?? true),
      );
      if (fitting.length > 0) chosen = fitting;
      else notes.push(isWanted ? { type: 'left-out', said, why } : { type: 'inseparable', said });
    }
    return chosen;
  };
}
