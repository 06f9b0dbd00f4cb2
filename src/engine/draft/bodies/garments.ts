import { ownValue } from '../../basics/index.js';
import {
  type Build,
  both,
  joined,
  leg,
  limb,
  mirrored,
  oval,
  type Part,
  type Spot,
  TINTS,
  type Tint,
} from './parts.js';

/** A garment whose picture is before a body. */
export interface Garment {
  /** Its caption name, and the slug of its picture. */
  thing: string;
  picture: string;
  /** How wide and high its tight box is, in lengths of the head. */
  width: number;
  height: number;
}

/** How a garment is cut; spots are in parts of its tight box, on the left. */
interface Cut {
  /** How wide it is, in lengths of the head. */
  width: number;
  /** Where an arm begins, and where the hand at its end is. */
  shoulder: Spot;
  hand: Spot;
  /** Whether legs below it are bare. */
  isBareLegged?: true;
  /** How far below it feet are, in lengths of the head. */
  legs: number;
}

const LONG_SLEEVED: Cut = { width: 0.98, shoulder: [0.3, 0.24], hand: [0.13, 0.86], legs: 0.2 };
const SHORT_SLEEVED: Cut = { width: 0.94, shoulder: [0.16, 0.2], hand: [0.02, 0.78], legs: 0.34 };
const SLEEVELESS: Cut = { width: 0.76, shoulder: [0.2, 0.16], hand: [-0.08, 0.66], legs: 0.26 };
const GOWN: Cut = { ...SLEEVELESS, shoulder: [0.32, 0.12], hand: [0.0, 0.5], isBareLegged: true };

/** By its picture, or by what it is; else it has long sleeves. */
const CUTS: Readonly<Record<string, Cut>> = {
  'twemoji:coat': { ...LONG_SLEEVED, hand: [0.08, 0.98] },
  't-shirt': SHORT_SLEEVED,
  jersey: SHORT_SLEEVED,
  "woman's clothes": { ...SHORT_SLEEVED, isBareLegged: true },
  dress: GOWN,
  sari: { ...GOWN, width: 0.66 },
  apron: { ...SLEEVELESS, width: 0.8, shoulder: [0.24, 0.26], hand: [0.04, 0.74] },
  'safety vest': SLEEVELESS,
  kimono: { ...LONG_SLEEVED, hand: [0.14, 0.66], isBareLegged: true },
};
/** Higher than this garments are no longer in proportion with a head, in lengths of it. */
const TALLEST = 0.96;
/** How far above the chin a collar begins. */
const COLLAR = 0.08;

const cutOf = ({ thing, picture }: Pick<Garment, 'thing' | 'picture'>): Cut =>
  ownValue(CUTS, picture) ?? ownValue(CUTS, thing) ?? LONG_SLEEVED;

/** A garment as large as a body wears it. @param shape height of its picture's tight box, in parts of its width */
export function garmentOf(thing: string, picture: string, shape: number): Garment {
  const width = Math.min(cutOf({ thing, picture }).width, TALLEST / shape);
  return { thing, picture, width, height: width * shape };
}

/** Where a spot of a garment is, from parts of its tight box. */
export const inGarment = ({ width, height }: Garment, [u, v]: Spot): Spot => [(u - 0.5) * width, v * height - COLLAR];

/** All that a garment lets out of a body: a neck, arms and legs, from back to front. */
export function clad(build: Build, garment: Garment): Part[] {
  const cut = cutOf(garment);
  const tints = TINTS[build];
  const own: Tint = cut.isBareLegged ? tints.hand : tints.leg;
  const [, hem] = inGarment(garment, [0, 1]);
  const feet = hem + cut.legs;
  const [shoulder, hand] = [inGarment(garment, cut.shoulder), inGarment(garment, cut.hand)];
  const legs = leg({ ...tints, leg: own }, [
    [-0.15, hem - 0.24],
    [-0.15, hem - 0.04],
    [-0.16, feet - 0.08],
    [-0.2, feet],
  ]);
  return [
    ...both(legs),
    limb(tints.hand, [0, -0.34], [0, 0.06], 0.14),
    ...both([joined(limb(tints.hand, shoulder, hand, 0.09), oval(tints.hand, hand, [0.105, 0.105]))]),
  ];
}

/** Where the hand on one side is; of both, their middle. */
export function handOut(garment: Garment, side: -1 | 0 | 1): Spot {
  const left = inGarment(garment, cutOf(garment).hand);
  return side === 0 ? [0, left[1]] : side < 0 ? left : mirrored(left);
}
