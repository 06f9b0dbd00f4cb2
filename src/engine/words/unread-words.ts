import type { BundleWords } from './bundle-words.js';
import { englishForms } from './english-forms.js';
import type { NearWords } from './near-words.js';
import type { ReadingNote } from './prompt-reading.js';
import { RANK, type Role, senseOf, type Vocabulary } from './sense.js';
import type { Span } from './spans.js';
import type { WordTables } from './word-tables.js';

const MOST_NEAREST = 3;
/** Characters of the prompt that a note repeats. */
const MOST_REPEATED = 60;

/** What unknown words are told with. */
export interface NearSources {
  readonly english: Vocabulary;
  readonly near: NearWords;
  readonly shown: ReadonlyMap<string, string>;
  /** Caption names of things by their tags. */
  readonly tagged: ReadonlyMap<string, readonly string[]>;
  readonly tables: Pick<WordTables, 'alike' | 'kinds' | 'near' | 'nearest'>;
}

/**
 * A note of each unknown word, with known things that its own words name, that are tagged by it, or that are spelled
 * nearly so.
 */
export function unknownNotes(
  spans: readonly Span[],
  { english, near, shown, tagged, tables }: NearSources,
): ReadingNote[] {
  const thingOf = (word: string) => senseOf(english.get(word) ?? [], 'thing');
  const seen = new Set<string>();
  return spans.flatMap(({ said, key }): ReadingNote[] => {
    if (seen.has(key)) return [];
    seen.add(key);
    const words = key.includes(' ')
      ? key.split(' ').filter((word) => (thingOf(word)?.rank ?? RANK.kind) <= RANK.synonym)
      : [];
    const named = (of: readonly string[]) => of.flatMap((word) => thingOf(word)?.names[0] ?? []);
    const meant = named(nearInMeaning(key, tables));
    // What is tagged so, or is nearly the same, means more than what is spelled nearly so.
    const nearest = [
      ...named(words),
      ...(tagged.get(key) ?? []),
      ...meant,
      ...(meant.length > 0 ? [] : named(near.alike(key))),
    ];
    const unlike = key.includes(' ') ? undefined : tables.alike.not.get(key);
    return [
      {
        type: 'unknown',
        said,
        nearest: [...new Set(nearest)]
          .filter((name) => !unlike?.includes(name))
          .slice(0, MOST_NEAREST)
          .map((name) => shown.get(name)!),
      },
    ];
  });
}

/** Names of what is nearest in meaning to a noun, or to the last noun of several words that is in the dictionary. */
function nearInMeaning(
  key: string,
  { kinds, near, nearest }: Pick<WordTables, 'kinds' | 'near' | 'nearest'>,
): readonly string[] {
  // A venus flytrap is neither of its words.
  const isOne = !key.includes(' ') || kinds.find(key) !== undefined;
  const words = isOne ? [key] : [key, ...key.split(' ').reverse()];
  for (const form of words.flatMap(englishForms)) {
    const payload = near.find(form);
    if (payload) return nearest[payload.next()]!;
  }
  return [];
}

/** Unknown words that stand together are one: a venus flytrap is neither of its words. */
export function joinedUnknown(unknown: readonly Span[], spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let end = -2;
  for (const span of unknown) {
    const at = spans.indexOf(span);
    const last = joined.at(-1);
    if (last !== undefined && at === end + 1 && span.kind === 'word' && last.kind === 'word')
      joined[joined.length - 1] = { ...last, said: `${last.said} ${span.said}`, key: `${last.key} ${span.key}` };
    else joined.push(span);
    end = at;
  }
  return joined;
}

/** A tag of more says little of any. */
const MOST_OF_TAG = 6;

/** Things by tags of few, but those that must not be taken for what the tag says. */
export function taggedThings({ memory }: Pick<BundleWords, 'memory'>, { alike }: Pick<WordTables, 'alike'>) {
  const tagged = new Map<string, string[]>();
  for (const { name, tags } of memory.things)
    for (const tag of tags) tagged.set(tag, [...(tagged.get(tag) ?? []), name]);
  for (const [tag, names] of tagged) if (names.length > MOST_OF_TAG || alike.not.has(tag)) tagged.delete(tag);
  return tagged;
}

/** Of a prompt that names nothing, the words that say something and that no note tells of. */
export function unsaid(spans: readonly Span[], notes: readonly ReadingNote[]): Span[] {
  const told = new Set(notes.flatMap(({ said }) => said.split(' ')));
  return spans.filter(
    ({ senses, said }) =>
      senses.length > 0 &&
      senses.every(({ role }) => SAYS_SOMETHING.has(role)) &&
      !said.split(' ').every((word) => told.has(word)),
  );
}

const SAYS_SOMETHING: ReadonlySet<Role> = new Set(['thing', 'mood', 'colour', 'part', 'measure', 'place']);

/** Each note once, repeating of the prompt as much as somebody needs to know it again. */
export function distinct(notes: readonly ReadingNote[]): ReadingNote[] {
  const told = notes.map((note) => ({ ...note, said: shortened(note.said) }));
  return [...new Map(told.map((note) => [JSON.stringify(note), note])).values()];
}

function shortened(said: string): string {
  const characters = [...said];
  return characters.length <= MOST_REPEATED ? said : `${characters.slice(0, MOST_REPEATED - 1).join('')}…`;
}
