import { ownValue, type RgbaImage } from '../basics/index.js';
import { type Air, isAir } from './airs.js';
import { writable } from './lettering.js';

/** What colour words are as the colour of a whole ground, which is to leave a sticker on it room: sRGB bytes. */
const GROUNDS = {
  red: [226, 74, 70],
  orange: [250, 162, 76],
  yellow: [252, 218, 98],
  green: [124, 200, 124],
  teal: [86, 192, 190],
  blue: [112, 172, 240],
  purple: [174, 138, 232],
  pink: [250, 168, 206],
  brown: [168, 124, 92],
  cream: [250, 240, 214],
  white: [255, 255, 255],
  grey: [184, 188, 196],
  black: [28, 28, 32],
} as const satisfies Record<string, readonly [number, number, number]>;

const ON = /(?:^|^(.+) )on (\w+)$/;
/** What is written stands last. */
const SAYING = /(?:^|^(.+) )saying (.+)$/;
/** Airs stand behind all else, in the order in which they were asked for. */
const UNDER = /(?:^|^(.+) )under ([a-z+]+)$/;

/** What a finish consists of. */
export interface Grounded {
  /** What is made of the picture. */
  finish: string | undefined;
  /** The colour of the ground that it is laid on. */
  ground: string | undefined;
  /** What is about all that is seen; absent where there is nothing. */
  airs?: readonly Air[];
  /** What is written on it, as `writable` gives it; absent where nothing is. */
  text?: string;
}

/** Whether a ground may have a colour of this name. */
export const isGroundColour = (colour: string): boolean => Object.hasOwn(GROUNDS, colour);

/** `pixel on pink`, `on pink`, `pixel under night+snow`; undefined where there is neither. */
export function groundedName({ finish, ground, airs = [], text }: Grounded): string | undefined {
  const parts = [
    ...(finish === undefined ? [] : [finish]),
    ...(ground === undefined ? [] : [`on ${ground}`]),
    ...(airs.length === 0 ? [] : [`under ${airs.join('+')}`]),
    ...(text === undefined ? [] : [`saying ${text}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** What `groundedName` made a name of; all other names are of finishes without a ground. */
export function splitGround(name: string | undefined): Grounded {
  const [, unwritten, text] = SAYING.exec(name ?? '') ?? [];
  if (text !== undefined && writable(text) === text) return { ...splitGround(unwritten), text };
  const [, before, said = ''] = UNDER.exec(name ?? '') ?? [];
  const airs = said.split('+').filter(isAir);
  if (airs.length > 0) return { ...splitGround(before), airs };
  const [, finish, ground] = ON.exec(name ?? '') ?? [];
  return ground !== undefined && isGroundColour(ground) ? { finish, ground } : { finish: name, ground: undefined };
}

/** The picture on a ground of a colour, all of it opaque. @param colour for which `isGroundColour` holds */
export function laidOn(image: RgbaImage, colour: string): RgbaImage {
  const ground = ownValue<readonly number[]>(GROUNDS, colour)!;
  const data = image.data.slice();
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    for (let c = 0; c < 3; c++) data[at + c] = Math.round(alpha * data[at + c]! + (1 - alpha) * ground[c]!);
    data[at + 3] = 255;
  }
  return { ...image, data };
}
