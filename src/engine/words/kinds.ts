import { PICTURE_KINDS } from '../memory/index.js';
import { alikeOf } from './alike.js';
import type { BundleWords } from './bundle-words.js';
import { englishForms } from './english-forms.js';
import { createOutfits } from './outfits.js';
import { remembered } from './remembered.js';
import { RANK, type Role, type Sense, senseOf, type ThingSense, type Vocabulary } from './sense.js';
import type { WordTables } from './word-tables.js';

/** Forms of a noun that are looked up, plurals among them. */
const MOST_FORMS = 5;
/** A noun of several words that names none of the things that its words name: “piggy bank”. */
export const OTHER = 'other';

/** What an English noun is a kind of by the dictionary; `OTHER` where it is something else than its words say. */
export type KindOf = (key: string) => ThingSense | typeof OTHER | undefined;

/**
 * @returns what nouns are a kind of that names a thing of the bundle; what was read by hand goes before the dictionary
 */
export function kindsOf(
  { memory }: Pick<BundleWords, 'memory'>,
  english: Vocabulary,
  { kinds, parents, alike }: Pick<WordTables, 'kinds' | 'parents' | 'alike'>,
): KindOf {
  const headed = namesByHead(memory);
  const faced = facedNames(memory);
  const groupOf = new Map(memory.things.map(({ name, group }) => [name, group]));
  const { isUnlike, isVetoed } = alikeOf(alike, new Set(memory.things.map(({ name }) => name)));
  const likeOf = (form: string, thing: ThingSense | undefined): ThingSense | undefined => {
    const names = thing?.names.filter((name) => !isUnlike(form, name)) ?? [];
    return thing && names.length > 0 ? { ...thing, names } : undefined;
  };
  const outfits = createOutfits((name) => memory.things.some((thing) => thing.name === name));
  // A police dog wears a cap, and a king penguin is one.
  const isDressed = (form: string, parent: string) => {
    const first = form.slice(0, -parent.length - 1);
    return form.endsWith(` ${parent}`) && !ROYAL.has(first) && outfits.called(first) !== undefined;
  };
  const beginsKind = remembered((words) => kinds.hasBeginning(words));
  return remembered((key) => {
    // Nor what its last words name: a red panda, a hot air balloon.
    if (isVetoed(key)) return OTHER;
    const start = key.lastIndexOf(' ') + 1;
    if (start > 0 && !beginsKind(key.slice(0, start))) return undefined;
    if (isDescribedThing(key, english, COLOUR)) return undefined;
    if (isDescribedThing(key, english, MOOD, (names) => names.some((name) => faced.has(name)))) return undefined;
    for (const last of englishForms(key.slice(start)).slice(0, MOST_FORMS)) {
      const form = key.slice(0, start) + last;
      const payload = kinds.find(form);
      if (!payload) continue;
      const parent = parents[payload.next()]!;
      if (parent === '') return isDescribedThing(key, english, DESCRIBING) ? undefined : OTHER;
      const isNamed = payload.next() >= NAMED;
      const thing = likeOf(form, senseOf(english.get(parent) ?? [], 'thing'));
      if (!thing) continue;
      if (LIVING.has(groupOf.get(thing.names[0]!) ?? '') && isDressed(form, parent)) return undefined;
      const found: ThingSense = { ...thing, rank: RANK.kind, isPlural: form !== key, isGuess: true };
      if (thing.rank === RANK.name || !form.endsWith(` ${parent}`)) return found;
      // The Eiffel Tower looks like another tower of a name, but what is called a cup, as a coffee cup is, may be a
      // trophy.
      const alike = isNamed ? (headed.get(parent) ?? []) : [];
      return alike.length > 0 ? { ...found, names: alike } : undefined;
    }
    return undefined;
  });
}

/** Caption names of several words, by their last. */
function namesByHead({ things }: BundleWords['memory']): ReadonlyMap<string, readonly string[]> {
  const headed = new Map<string, string[]>();
  for (const { name } of things) {
    const gap = name.lastIndexOf(' ');
    if (gap > 0) headed.set(name.slice(gap + 1), [...(headed.get(name.slice(gap + 1)) ?? []), name]);
  }
  return headed;
}

const LIVING: ReadonlySet<string> = new Set(['animals-nature', 'people-body']);
/** Animals are called after these that have no crown. */
const ROYAL: ReadonlySet<string> = new Set(['king', 'queen', 'royal', 'prince', 'princess', 'santa']);

/** Caption names of what is known to have eyes. */
function facedNames({ measures, things, parts }: BundleWords['memory']): ReadonlySet<string> {
  const faced = [...measures.shows.entries()].filter(
    ([picture]) => measures.kind[picture] !== PICTURE_KINDS.mood && parts.headOf(picture) !== undefined,
  );
  return new Set(faced.map(([, shown]) => things[shown]!.name));
}

/** Added to the levels between a noun and its kind where it is one thing by name. As training/words/build.js has it. */
const NAMED = 8;

const COLOUR: ReadonlySet<Role> = new Set(['colour']);
const MOOD: ReadonlySet<Role> = new Set(['mood']);
/** What describes a thing, and is no part of its name. */
const DESCRIBING: ReadonlySet<Role> = new Set(['colour', 'mood', 'size', 'number', 'filler', 'trait']);

/**
 * “Red fox”, “laughing owl”: whoever names a colour or a mood that is nothing else, and then a thing, wants that,
 * whatever kind the two words name; but nobody wants a weeping willow to weep.
 * @param canBe whether things of these caption names can be so
 */
function isDescribedThing(
  key: string,
  english: Vocabulary,
  describing: ReadonlySet<Role>,
  canBe: (names: readonly string[]) => boolean = () => true,
): boolean {
  const gap = key.indexOf(' ');
  if (gap < 0) return false;
  const first: readonly Sense[] = english.get(key.slice(0, gap)) ?? [];
  const thing = senseOf(english.get(key.slice(gap + 1)) ?? [], 'thing');
  // A smiley is called by its mood: who says “laughing” before a thing means none.
  const own = senseOf(first, 'thing');
  const isThing = own !== undefined && (own.rank === RANK.name || senseOf(first, 'mood') === undefined);
  return (
    first.some(({ role }) => describing.has(role)) &&
    !isThing &&
    thing !== undefined &&
    thing.rank <= RANK.synonym &&
    canBe(thing.names)
  );
}
