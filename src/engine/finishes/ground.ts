import { ownValue, type RgbaImage } from '../basics/index.js';

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

/** What a finish consists of: what is made of the picture, and the colour of the ground that it is laid on. */
export interface Grounded {
  finish: string | undefined;
  ground: string | undefined;
}

/** Whether a ground may have a colour of this name. */
export const isGroundColour = (colour: string): boolean => Object.hasOwn(GROUNDS, colour);

/** `pixel on pink`, or `on pink`; undefined where there is neither. */
export function groundedName({ finish, ground }: Grounded): string | undefined {
  if (ground === undefined) return finish;
  return finish === undefined ? `on ${ground}` : `${finish} on ${ground}`;
}

/** What `groundedName` made a name of; all other names are of finishes without a ground. */
export function splitGround(name: string | undefined): Grounded {
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
