import type { PartColour } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import { isOfTag, type Named, type PicturesNeeded } from './gather/index.js';

import { moodPictures } from './mood-pictures.js';
import { facedThings, moodsShown } from './moods-shown.js';
import type { PartPhrase } from './part-phrase.js';
import { partsShown, type ShownBy } from './parts-shown.js';
import { peopleOf } from './people.js';
import { picturesChosen } from './pictures-chosen.js';
import type { AskedThing, ReadingNote } from './prompt-reading.js';
import { smilingPictures } from './smiling-pictures.js';
import { type EnclosingOf, type Stood, stood } from './stand-between.js';

const MOST_NEAREST = 3;
/** Moods that artwork has by itself where a face smiles. */
const CONTENT: ReadonlySet<string> = new Set(['grinning', 'smiling', 'happy']);
/** Colours that are said of people's skin. */
const SKIN: ReadonlySet<string> = new Set(['black', 'white', 'brown', 'yellow', 'cream']);
/** Moods in which nobody smiles. */
const GRAVE: ReadonlySet<string> = new Set(
  'crying sobbing angry furious annoyed bored sad sick ill scared nervous pleading dizzy confused'.split(' '),
);
/** A plural without a number. */
const SEVERAL = 2;

/** Things that a prompt asks for, with the English words for their moods, and how they stand to each other. */
export interface Asked extends Pick<Stood, 'relations' | 'isNested' | 'isClose'> {
  readonly things: readonly AskedThing[];
  readonly moodWords: readonly (readonly string[])[];
  /** Whether something is drawn by another name than it is called. */
  readonly isReworded: boolean;
  /**
   * What was said of parts that nothing can show so, and may be of something else: “in a red dress”, “a ginger cat”.
   */
  readonly refused: readonly PartPhrase[];
}

/** Turns what was named into what the bundle can draw; what it cannot is told in `notes`. */
export type AskFor = (named: readonly Named[], style: string | undefined, notes: ReadingNote[]) => Asked;

/**
 * @param shown what people are shown of a thing, by its caption name
 */
export function askedThings(bundle: BundleWords, shown: ReadonlyMap<string, string>, enclosingOf: EnclosingOf): AskFor {
  const faced = facedThings(bundle);
  const shows = moodsShown(bundle, faced);
  const picturesOf = moodPictures(bundle);
  const showsPart = partsShown(bundle);
  const isPerson = peopleOf(bundle);
  const bySmile = smilingPictures(bundle, faced);
  const choose = picturesChosen(bundle);

  /** Of what is said of a thing's parts, what can be shown, and by which things. */
  function partsOf(names: readonly string[], said: readonly PartPhrase[], notes: ReadingNote[]) {
    const parts: PartColour[] = [];
    const refused: PartPhrase[] = [];
    let shown: ShownBy = { names, standIns: [] };
    for (const phrase of said) {
      const { part, colour } = phrase;
      const by = parts.some((one) => one.part === part) ? undefined : showsPart(shown.names, phrase);
      if (by) {
        shown = { names: by.names, standIns: [...shown.standIns, ...by.standIns] };
        parts.push({ part, colour });
        if (phrase.others !== '') notes.push({ type: 'left-out', said: phrase.others, why: 'colour' });
      } else if (part === 'clothes' || phrase.isColourAlone) refused.push(phrase);
      else notes.push({ type: 'left-out', said: phrase.said, why: 'part' });
    }
    return { parts, refused, ...shown };
  }

  /** A thing and the words for those of its moods that are shown beside it. */
  function asked(
    { sense, said, adjectives, count, parts: saidOfParts, shownBy }: Named,
    style: string | undefined,
    notes: ReadingNote[],
  ) {
    let { names } = sense;
    const words: string[] = [];
    const moods: string[] = [];
    const needed: PicturesNeeded[] = [...shownBy];
    let unfit: readonly string[] = [];
    for (const mood of adjectives.moods) {
      const fitting = mood.moods.filter((one) => shows(names, one));
      const isMarked = fitting.length > 0 && faced.has(names[0]!);
      const isLaidOver = fitting.length > 0 && !isMarked;
      const drawn = isLaidOver || mood.said === '' ? [] : picturesOf(names[0]!, [mood.word, ...mood.moods]);
      const isContent = mood.moods.some((one) => CONTENT.has(one));
      const { smiling, others } = bySmile(names);
      if (drawn.length > 0) names = drawn;
      else if (fitting.length > 0) {
        words.push(mood.word);
        moods.push(...fitting);
        // Nobody laughs under the sign of anger.
        if (isMarked && !isContent && mood.moods.some((one) => GRAVE.has(one)) && others.length > 0) unfit = smiling;
      } else if (mood.said !== '' && isContent && smiling.length > 0) {
        needed.push({ said: mood.said, isWanted: true, pictures: smiling, why: 'mood' });
      } else if (mood.said !== '') notes.push({ type: 'left-out', said: mood.said, why: 'mood' });
    }
    const pictures = choose(needed, style, notes);
    if (sense.isGuess) notes.push({ type: 'read-as', said, name: shown.get(names[0]!)! });
    const { size } = adjectives;
    const colours = adjectives.colours.filter((colour) => !SKIN.has(colour) || !isPerson(names));
    if (colours.length < adjectives.colours.length) notes.push({ type: 'skin', said });
    const { parts, refused, standIns, names: showing } = partsOf(names, saidOfParts, notes);
    return {
      refused,
      thing: {
        names: showing,
        said,
        colours: [...new Set(colours)],
        moods: [...new Set(moods)],
        count: count ?? 1,
        ...(parts.length === 0 ? {} : { parts }),
        ...(standIns.length === 0 ? {} : { standIns }),
        ...(size === undefined ? {} : { size }),
        ...(pictures === undefined ? {} : { pictures }),
        ...(unfit.length === 0 ? {} : { unfit }),
      },
      words: [...new Set(words)],
      isReworded: names[0] !== sense.names[0],
    };
  }

  return (named, style, notes) => {
    const sure = new Set(surest(named));
    for (const { said, sense } of named.filter((one) => !sure.has(one))) {
      const nearest = sense.names.slice(0, MOST_NEAREST).map((name) => shown.get(name)!);
      notes.push({ type: 'unknown', said, nearest });
    }
    const kept = fitted([...sure].map(asPair), bundle.manifest.limits.objects, notes);
    const { named: ordered, relations, isNested, isClose, notes: told } = stood(kept, bundle, enclosingOf);
    notes.push(...told);
    const things = ordered.map((one) => asked(one, style, notes));
    return {
      things: things.map(({ thing }) => thing),
      moodWords: things.map(({ words }) => words),
      isReworded: things.some((one) => one.isReworded),
      refused: things.flatMap(({ refused }) => refused),
      relations,
      isNested,
      isClose,
    };
  };
}

/**
 * What is but a tag of something is that thing only where nothing is named more surely; what was said of it then is
 * said of the thing beside it.
 */
function surest(named: readonly Named[]): readonly Named[] {
  if (named.every(({ sense }) => isOfTag(sense))) return named;
  const kept = named.filter(({ sense }) => !isOfTag(sense));
  named.forEach((one, k) => {
    if (!isOfTag(one.sense)) return;
    const beside = named.slice(0, k).findLast((other) => kept.includes(other)) ?? kept[0]!;
    beside.adjectives.append(one.adjectives);
  });
  return kept;
}

/** What pictures show two of: two swords crossed are one picture of crossed swords. */
const PAIRS: ReadonlySet<string> = new Set([
  'crossed swords',
  'clinking glasses',
  'clinking beer mugs',
  'cherries',
  'people wrestling',
  'people with bunny ears',
  'japanese dolls',
]);
const asPair = (named: Named): Named =>
  named.count === SEVERAL && PAIRS.has(named.sense.names[0]!) ? { ...named, count: 1 } : named;

/** As many as a picture can have; of a plural without a number there are two where there is room. */
function fitted(named: readonly Named[], most: number, notes: ReadingNote[]): Named[] {
  const least = named.map(({ count }) =>
    count === undefined ? 1 : Math.max(1, Math.min(count, Number.MAX_SAFE_INTEGER)),
  );
  let left = most;
  const kept: Named[] = [];
  named.forEach((one, k) => {
    const wanted = one.count === Number.POSITIVE_INFINITY ? most : least[k]!;
    if (left === 0) {
      notes.push({ type: 'left-out', said: one.said, why: 'too-many' });
      return;
    }
    const others = named.length - k - 1;
    const isOpen = one.count === undefined && one.sense.isPlural;
    const count =
      isOpen && left - others >= SEVERAL ? SEVERAL : Math.min(wanted, Math.max(1, left - Math.min(others, left - 1)));
    // “7 × ducks” are not, though three are.
    if (one.count !== Number.POSITIVE_INFINITY && count < wanted)
      notes.push({ type: 'left-out', said: `${wanted - count} × ${one.said}`, why: 'too-many' });
    left -= count;
    kept.push({ ...one, count });
  });
  return kept;
}
