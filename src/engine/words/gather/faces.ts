import type { Sense } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Adjectives } from './adjectives.js';
import type { Gathering } from './gathering.js';
import { emptyPhrase } from './named.js';

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

/** What something has about it that burns; with one fire it may be by a fireplace. */
const FLAMES: ReadonlySet<string> = new Set(
  listed(`flames hot_rod_flames flame_decals flammen flammes des_flammes llamas_de_fuego llamas chamas fiamme le_fiamme vlammen
    płomieniami płomienie языками_пламени пламенем пламя полум'ям полум'я alevler alevleri alev 炎 火焰 烈焰 불꽃 불길 लपटें लपटों بلهب لهب نيران بنيران`),
);

/** “A race car **with flames**” burns, and stands beside no fire. @returns whether it was that */
export function takeFlames(g: Gathering, k: number): boolean {
  const { key, said } = g.view.at(k)!;
  const last = g.lastNamed;
  // A camel with llamas is no burning one.
  if (!FLAMES.has(key) || (key === 'llamas' && g.table.hasHeadFirst !== true)) return false;
  if (g.isNegated || !last || g.standing?.stand !== 'with' || g.open.thing) return false;
  const burning = g.company.moodCalled('burning');
  if (!burning || g.company.showsByItself(last.sense, ['flame', 'flames'])) return false;
  g.open = emptyPhrase();
  last.adjectives.addMood({ ...burning, said });
  g.standing = undefined;
  return true;
}

/** What a face at the end is in the mood of: “snowman in the sun 😭” is no crying sun. */
export function subjectOf({ named, open, company }: Gathering): Adjectives | undefined {
  const all = [...named, ...(open.thing ? [open.thing] : [])];
  return (all.find(({ sense }) => company.isLiving(sense)) ?? all[0])?.adjectives;
}
