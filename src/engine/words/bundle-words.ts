import type { Manifest } from '../manifest/index.js';
import type { Memory } from '../memory/index.js';

/** What of a bundle prompts are read by. */
export interface BundleWords {
  readonly manifest: Pick<Manifest, 'styles' | 'limits'> & {
    readonly tables: Pick<Manifest['tables'], 'colours' | 'moods' | 'wearables' | 'relations'> & {
      readonly marks: Readonly<
        Record<string, { readonly thing: string; readonly words: readonly string[]; readonly at: string }>
      >;
    };
  };
  readonly memory: Pick<Memory, 'things' | 'pictures' | 'groups' | 'parts'> & {
    readonly measures: Pick<Memory['measures'], 'kind' | 'shows' | 'style' | 'flags' | 'circle'>;
  };
}

/** Words for what a face tells as it tells another mood: evil by slanting brows, shyness by eyes that are closed. */
const TOLD_AS: Readonly<Record<string, string>> = {
  evil: 'furious',
  scary: 'furious',
  creepy: 'furious',
  shy: 'smiling',
  hungry: 'pleading',
  guilty: 'pleading',
  proud: 'smug',
  confident: 'smug',
  jealous: 'annoyed',
  stubborn: 'annoyed',
  drunk: 'dizzy',
  calm: 'smiling',
  brave: 'angry',
  determined: 'angry',
  suspicious: 'sceptical',
  curious: 'surprised',
};

/** By a word, the moods and marks that it is a word for. */
export function moodsByWord({ tables }: BundleWords['manifest']): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, words: readonly string[]) => {
    for (const word of new Set([name, ...words])) {
      const names = found.get(word) ?? [];
      if (!names.includes(name)) found.set(word, [...names, name]);
    }
  };
  for (const [name, words] of Object.entries(tables.moods)) add(name, words);
  for (const [name, { words }] of Object.entries(tables.marks)) add(name, words);
  for (const [word, mood] of Object.entries(TOLD_AS)) if (found.has(mood) && !found.has(word)) found.set(word, [mood]);
  return found;
}
