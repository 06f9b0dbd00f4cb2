import type { Sense } from '../sense.js';
import type { Adjectives } from './adjectives.js';
import type { Gathering } from './gathering.js';

const FACE = /^(.+) face$/;

/** “A sunflower **with a smiling face**” smiles: of what is named before it is the mood, and no smiley. */
export function faceOfLastAt(g: Gathering, k: number): Sense | undefined {
  const { key, said, kind } = g.view.at(k)!;
  const mood = kind === 'word' ? FACE.exec(key)?.[1] : undefined;
  const last = g.lastNamed;
  if (mood === undefined || !last || g.standing?.stand !== 'with' || g.open.thing) return undefined;
  const called = g.company.moodCalled(mood);
  if (!called || called.moods.length === 0) return undefined;
  last.adjectives.addMood({ ...called, said });
  g.standing = undefined;
  return { role: 'filler' };
}

/** What a face at the end is in the mood of: “snowman in the sun 😭” is no crying sun. */
export function subjectOf({ named, open, company }: Gathering): Adjectives | undefined {
  const all = [...named, ...(open.thing ? [open.thing] : [])];
  return (all.find(({ sense }) => company.isLiving(sense)) ?? all[0])?.adjectives;
}
