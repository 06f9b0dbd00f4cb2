import { ownValue } from '../basics/index.js';
import type { Eye } from './eyes.js';

/** x of both eyes, their y, and half of their width and height, in parts of a picture's side. */
type BothEyes = readonly [left: number, right: number, y: number, across: number, down: number];

/**
 * Eyes of round faces that training takes for signs and not for heads, looked up by eye, one picture at a time: with
 * what is painted about them, as clowns have it.
 */
const SMILEY_EYES: Readonly<Record<string, BothEyes>> = {
  'noto:clown-face': [0.335, 0.67, 0.485, 0.115, 0.135],
  'noto-v1:clown-face': [0.32, 0.68, 0.525, 0.06, 0.07],
  'fluent-emoji-flat:clown-face': [0.31, 0.69, 0.37, 0.165, 0.165],
  'twemoji:clown-face': [0.31, 0.7, 0.32, 0.065, 0.095],
  'emojione:clown-face': [0.35, 0.65, 0.54, 0.08, 0.09],
  'streamline-emojis:clown-face': [0.29, 0.705, 0.43, 0.08, 0.095],
  'fluent-3d:1f921': [0.33, 0.67, 0.37, 0.14, 0.15],
  'noto:alien': [0.28, 0.73, 0.515, 0.165, 0.165],
  'noto-v1:alien': [0.27, 0.73, 0.56, 0.15, 0.145],
  'fluent-emoji-flat:alien': [0.255, 0.73, 0.52, 0.195, 0.2],
  'twemoji:alien': [0.28, 0.73, 0.5, 0.175, 0.18],
  'emojione:alien': [0.24, 0.76, 0.48, 0.145, 0.145],
  'streamline-emojis:alien': [0.3, 0.7, 0.37, 0.14, 0.15],
  'fluent-3d:1f47d': [0.26, 0.73, 0.52, 0.18, 0.19],
};

/** Both eyes of a smiley by its slug; undefined of all other pictures. */
export function smileyEyes(slug: string): readonly Eye[] | undefined {
  const both = ownValue(SMILEY_EYES, slug);
  if (!both) return undefined;
  const [left, right, y, across, down] = both;
  return [left, right].map((x) => ({ x, y, across, down }));
}
