import { ownValue } from '../basics/index.js';
import { listed } from './vocabularies.js';

/** A thing whose pictures show somebody with clothes on. */
export interface StandIn {
  thing: string;
  /** Which of its pictures in each style, from 0; any where absent. */
  picture?: number;
}

const WOMAN_DANCING: StandIn = { thing: 'dancer', picture: 0 };
const MAN_DANCING: StandIn = { thing: 'dancer', picture: 1 };
const some = (...things: string[]): StandIn[] => things.map((thing) => ({ thing }));

const GOWNS = new Set(
  listed(`dress gown ballgown skirt robe kleid kleidchen ballkleid abendkleid robe jupe vestido falda saia vestito abito gonna jurk rok
  sukienka sukience sukienką sukienkę suknia sukni платье платьем платья сукня сукні сукню elbise elbiseli ドレス ワンピース 裙子 连衣裙 連衣裙 长裙 裙 드레스 드레스를
  원피스 원피스를 पोशाक ड्रेस فستان بفستان`),
);
const SUITS = new Set(
  listed(`suit tuxedo anzug costume smoking traje terno fato completo pak garnitur garniturze костюм костюме костюмом костюмі takım_elbise
  takım_elbiseli スーツ 西装 西裝 정장 정장을 양복 양복을 सूट بدلة ببدلة`),
);

const IN_GOWN: Readonly<Record<string, readonly StandIn[]>> = {
  woman: [WOMAN_DANCING],
  girl: [WOMAN_DANCING],
  person: [WOMAN_DANCING],
};
const IN_SUIT: Readonly<Record<string, readonly StandIn[]>> = {
  man: some('person in tuxedo'),
  boy: some('person in tuxedo'),
  person: some('person in tuxedo'),
};
const CLOTHED: Readonly<Record<string, readonly StandIn[]>> = {
  woman: [WOMAN_DANCING, ...some('woman with curly hair', 'woman with blond hair', 'pregnant woman')],
  girl: [WOMAN_DANCING, ...some('person in lotus position', 'person tipping hand')],
  man: [...some('man with curly hair', 'man with blond hair', 'person standing', 'person walking'), MAN_DANCING],
  boy: some('person standing', 'person in lotus position', 'person running', 'person walking'),
  child: some('person standing', 'person in lotus position', 'person running'),
  person: some('person standing', 'person walking', 'person shrugging', 'person in lotus position'),
};

/**
 * Whose pictures show somebody like that in clothes, where pictures of the thing itself are heads.
 * @param noun the garment, folded
 */
export function standInsFor(thing: string, noun: string): readonly StandIn[] {
  const fitting = GOWNS.has(noun) ? ownValue(IN_GOWN, thing) : SUITS.has(noun) ? ownValue(IN_SUIT, thing) : undefined;
  return fitting ?? ownValue(CLOTHED, thing) ?? [];
}
