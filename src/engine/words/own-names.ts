import { FACE, PICTURE_KINDS, ROOM_FOR_MOOD } from '../memory/index.js';
import { OWN_SLOTS, type OwnNamed, ownSlot } from '../own/index.js';
import { asKey } from './as-key.js';
import type { BundleWords } from './bundle-words.js';
import { plural } from './plurals.js';
import type { AskedThing, ReadingNote } from './prompt-reading.js';
import { keyOf, saidBy, type Token, tokensOf } from './tokens.js';

/** What has a face is read as animals are, what has none as objects are. */
const FACED = { group: 'animals-nature', tags: ['animal'] };
const FACELESS = { group: 'objects', tags: [] };

/** Wherever they are. */
const SOME_EYES = [{ x: 0.5, y: 0.5, across: 0.1, down: 0.1 }];

/**
 * A bundle with a thing for each place of an own one, so that a reader is built once and knows what can be said of
 * them: in every style, with a face that fills it or with room for one.
 */
export function withOwnSlots(bundle: BundleWords): BundleWords {
  const { manifest, memory } = bundle;
  const { measures } = memory;
  const rows = OWN_SLOTS.flatMap((slot, k) => manifest.styles.map((_, style) => ({ ...slot, style, k })));
  const eyesOf = (picture: number) => (rows[picture - memory.pictures.length]?.hasEyes ? SOME_EYES : undefined);
  return {
    ...bundle,
    memory: {
      ...memory,
      things: [
        ...memory.things,
        ...OWN_SLOTS.map(({ slot, isFaceless }) => ({
          name: slot,
          synonyms: [],
          weight: 0,
          ...(isFaceless ? FACELESS : FACED),
        })),
      ],
      pictures: [...memory.pictures, ...rows.map(() => '')],
      parts: { ...memory.parts, eyesOf: (picture) => eyesOf(picture) ?? memory.parts.eyesOf(picture) },
      measures: {
        kind: joined(
          measures.kind,
          rows.map(() => PICTURE_KINDS.thing),
        ),
        shows: joined(
          measures.shows,
          rows.map(({ k }) => memory.things.length + k),
        ),
        style: joined(
          measures.style,
          rows.map(({ style }) => style),
        ),
        flags: joined(
          measures.flags,
          rows.map(({ isFaceless }) => (isFaceless ? ROOM_FOR_MOOD : FACE)),
        ),
        circle: joined(
          measures.circle,
          rows.flatMap(() => [0.5, 0.5, 0.5]),
        ),
      },
    },
  };
}

function joined<T extends Uint8Array | Uint16Array | Float32Array>(old: T, values: readonly number[]): T {
  const all = new (old.constructor as new (length: number) => T)(old.length + values.length);
  all.set(old);
  all.set(values, old.length);
  return all;
}

/** Words of a name at most, and letters of scripts that do not part words. */
const LONGEST = 32;

/** Hyphens and underscores part words as blanks do. */
const parted = (key: string) => key.replaceAll(/[-_]/g, ' ');

/** How a name, and more than one of it, are looked up, and what stands for it. */
function namedBy(own: readonly OwnNamed[]): ReadonlyMap<string, string> {
  const slots = new Map<string, string>();
  for (const [k, one] of own.entries()) {
    const { name } = one;
    const slot = ownSlot(k, one);
    for (const [text, key] of [
      [name, slot],
      [plural(name.toLowerCase()), asKey(plural(slot))],
    ] as const) {
      const tokens = tokensOf(text);
      if (tokens.length === 0) continue;
      const called = parted(keyOf(tokens, 0, tokens.length));
      if (!slots.has(called)) slots.set(called, key);
    }
  }
  return slots;
}

/**
 * A prompt's words with those that name own things, or a custom emoji of that name, as the places of these; the longest
 * names come first.
 */
export function withOwnNames(tokens: readonly Token[], own: readonly OwnNamed[]): readonly Token[] {
  if (own.length === 0) return tokens;
  const slots = namedBy(own);
  const found: Token[] = [];
  for (let k = 0; k < tokens.length; ) {
    const { to, slot } = nameAt(tokens, k, slots);
    found.push(
      slot === undefined ? tokens[k]! : { kind: 'word', key: slot, raw: saidBy(tokens, k, to), mark: undefined },
    );
    k = to;
  }
  return found;
}

function nameAt(
  tokens: readonly Token[],
  from: number,
  slots: ReadonlyMap<string, string>,
): { to: number; slot?: string } {
  const isName = ({ kind }: Token) => kind === 'word' || kind === 'letter';
  let end = from + 1;
  if (isName(tokens[from]!)) while (end < Math.min(tokens.length, from + LONGEST) && isName(tokens[end]!)) end += 1;
  for (let to = end; to > from; to--) {
    const slot = slots.get(parted(keyOf(tokens, from, to)));
    if (slot !== undefined) return { to, slot };
  }
  return { to: from + 1 };
}

/** Whether a prompt names one of these. */
export function namesOwn(prompt: string, own: readonly OwnNamed[]): boolean {
  const tokens = tokensOf(prompt);
  return withOwnNames(tokens, own).some((token, k) => token !== tokens[k]);
}

/** A prompt that is about the first of these where it names none of them: its name is put before it. */
export function aboutOwn(prompt: string, own: readonly OwnNamed[]): string {
  const [first] = own;
  return first === undefined || namesOwn(prompt, own) ? prompt : `${first.name} ${prompt}`.trim();
}

/** Captions begin with an article: “our mascot” is a mascot. */
const POSSESSED = /^(?:our|my|the|an?) (?=\S)/;
/** What descriptions call an own thing whose name the bundle cannot read. */
const UNNAMED = 'thing';

/** By their places, what descriptions and the text encoder call own things. */
export type Captions = ReadonlyMap<string, string>;

/** @param isReadable whether the bundle can read a name */
export function captionsOf(own: readonly OwnNamed[], isReadable: (caption: string) => boolean): Captions {
  return new Map(
    own.map((one, k) => {
      const caption = parted(one.name.toLowerCase()).replaceAll(/ +/g, ' ').replace(POSSESSED, '');
      return [ownSlot(k, one), /^[a-z ]+$/.test(caption) && isReadable(caption) ? caption : UNNAMED];
    }),
  );
}

/** What was asked for with the captions of own things; what is called otherwise than the prompt does is reworded. */
export function captioned<T extends { readonly things: readonly AskedThing[]; readonly isReworded: boolean }>(
  asked: T,
  captions: Captions,
): T {
  const things = asked.things.map((thing) => {
    const called = captions.get(thing.names[0]!);
    return called === undefined ? thing : { ...thing, called };
  });
  const isCalledSo = things.every(({ called, said }) => called === undefined || called === said.toLowerCase());
  return { ...asked, things, isReworded: asked.isReworded || !isCalledSo };
}

/** Notes as people are to read them, who know own things by their names. */
export function shownByName(notes: ReadingNote[], own: readonly OwnNamed[]): ReadingNote[] {
  if (own.length === 0) return notes;
  const shown = (text: string) => own.reduce((before, one, k) => before.replaceAll(ownSlot(k, one), one.name), text);
  return notes.map((note) => ('name' in note ? { ...note, name: shown(note.name) } : note));
}
