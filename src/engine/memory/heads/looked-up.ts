import type { Eye } from '../eyes.js';
import type { Head } from '../parts.js';
import { BIRDS_AND_REPTILES } from './birds-and-reptiles.js';
import { MAMMALS } from './mammals.js';
import { PEOPLE } from './people.js';
import { SEA_AND_INSECTS } from './sea-and-insects.js';

/** What was looked up of a picture, all in parts of its side. */
export interface LookedUpHead {
  /** Left and right end of the head at the height of the eyes, and where it begins above them. */
  ends: readonly [x0: number, x1: number, top: number];
  /** From left to right; undefined where they are as measured. */
  eyes: readonly Eye[] | undefined;
  /** Where eyes are that are too small to be drawn anew, or would be. */
  at: readonly [x: number, y: number] | undefined;
  /** Whether none are seen. */
  isEyeless: boolean;
  /** Middle of the mouth; of a head in profile, the foremost point at its height. */
  mouth: { x: number; y: number } | undefined;
}

/** A mouth so far beside the one eye of a head, in parts of the head's width, is that of a profile. */
const ASIDE = 0.2;

/** By slug of the picture: measured on the picture where training was not sure, or wrong. */
export const LOOKED_UP_HEADS: ReadonlyMap<string, LookedUpHead> = new Map(
  [MAMMALS, BIRDS_AND_REPTILES, SEA_AND_INSECTS, PEOPLE].flatMap((rows) => rows.trim().split('\n').map(readRow)),
);

/**
 * A row as it is written: the slug, both ends and the top of a head, then words with the numbers behind them: `eye` is
 * x, y and half of its width and height, `at` and `mouth` are x, y, and `eyeless` has none. All numbers are hundredths
 * of the picture's side.
 * @throws SyntaxError where it is no such row
 */
export function readRow(row: string): [slug: string, head: LookedUpHead] {
  const found = /^(\S+:\S+) (\S+) (\S+) (\S+)((?: (?:eye|at|mouth)(?: [\d.]+)+)*)( eyeless)?$/.exec(row);
  const ends = found?.slice(2, 5).map((number) => Number(number) / 100) as [number, number, number] | undefined;
  if (!found || !ends?.every((number) => number >= 0 && number <= 1)) throw new SyntaxError(`no head: ${row}`);
  const named = (name: string, count: number) =>
    [...found[5]!.matchAll(new RegExp(` ${name}((?: [\\d.]+)+)`, 'g'))].map(([, numbers]) => {
      const parts = numbers!
        .trim()
        .split(' ')
        .map((number) => Number(number) / 100);
      if (parts.length !== count) throw new SyntaxError(`no ${name}: ${row}`);
      return parts as [number, number, number, number];
    });
  const eyes = named('eye', 4).map(([x, y, across, down]) => ({ x, y, across, down }));
  const [at] = named('at', 2);
  const [mouth] = named('mouth', 2);
  return [
    found[1]!,
    {
      ends,
      eyes: eyes.length > 0 ? eyes : at ? [] : undefined,
      at: at && [at[0], at[1]],
      isEyeless: found[6] !== undefined,
      mouth: mouth && { x: mouth[0], y: mouth[1] },
    },
  ];
}

/**
 * The head of a looked-up picture about its eyes.
 * @param measured by training, whose eyes hold where none were looked up
 */
export function headFrom({ ends, eyes, at }: LookedUpHead, measured: Head | undefined): Head | undefined {
  const [x0, x1, top] = ends;
  const middle = (of: 'x' | 'y') => eyes!.reduce((sum, eye) => sum + eye[of], 0) / eyes!.length;
  if (eyes && eyes.length > 0) return { x0, x1, top, x: middle('x'), y: middle('y') };
  if (at) return { x0, x1, top, x: at[0], y: at[1] };
  return measured && { ...measured, x0, x1, top };
}

/** Where a head in profile looks whose mouth was looked up: to the left or the right; undefined of all others. */
export function sideOf(
  { mouth }: Pick<LookedUpHead, 'mouth'>,
  head: Head | undefined,
  eyes: number,
): -1 | 1 | undefined {
  if (!mouth || !head || eyes > 1) return undefined;
  const aside = (mouth.x - head.x) / (head.x1 - head.x0);
  return Math.abs(aside) < ASIDE ? undefined : aside < 0 ? -1 : 1;
}
