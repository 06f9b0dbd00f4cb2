import type { FileError } from '../manifest/index.js';
import type { Safetensors } from './safetensors.js';

/** An eye, white and all, in parts of the picture's side. */
export interface Eye {
  /** Its middle. */
  x: number;
  y: number;
  /** Half of its width and height. */
  across: number;
  down: number;
}

/** Numbers of an eye, and of both. */
const EYE = 4;
const BOTH = 2 * EYE;

/**
 * The one or two eyes of pictures whose head is known, from left to right, by picture; nothing of those in whose eyes
 * nothing can be drawn, and of bundles that are older than they are.
 * @param reject makes the error that names the file
 * @throws EngineError `bundle_invalid`
 */
export function eyesIn(file: Safetensors, reject: FileError): ReadonlyMap<number, readonly Eye[]> {
  const eyes = new Map<number, readonly Eye[]>();
  if (!file.has('head_eyes')) return eyes;
  const count = file.lengthOf('head_picture');
  const measures = file.tensor('head_eyes', 'F32', [count, BOTH]);
  for (const [row, picture] of file.tensor('head_picture', 'U16', [count]).entries()) {
    const found = [0, EYE].map((from) => eyeAt(measures, BOTH * row + from)).filter(({ across }) => across !== 0);
    if (!found.every(isEye)) throw reject(`has eyes of picture ${picture} that are none`);
    if (found.length > 0) eyes.set(picture, found);
  }
  return eyes;
}

function eyeAt(measures: Float32Array, at: number): Eye {
  return { x: measures[at]!, y: measures[at + 1]!, across: measures[at + 2]!, down: measures[at + 3]! };
}

function isEye({ x, y, across, down }: Eye): boolean {
  return across > 0 && down > 0 && across <= x && x <= 1 - across && down <= y && y <= 1 - down;
}
