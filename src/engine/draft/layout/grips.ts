import { ownValue } from '../../basics/index.js';

/**
 * Where a thing is gripped, as it is drawn, in parts of its tight box: by its handle, and not by what cuts or strikes.
 */
export type Grip = readonly [x: number, y: number];

const CORNERS = {
  'top left': [0.08, 0.08],
  'top right': [0.92, 0.08],
  'bottom left': [0.08, 0.92],
  'bottom right': [0.92, 0.92],
  top: [0.5, 0.08],
  bottom: [0.5, 0.95],
} as const satisfies Readonly<Record<string, Grip>>;
type Corner = keyof typeof CORNERS;

/** Looked at one by one: where most pictures of a thing have it, and by slug where others have it. */
const GRIPS: Readonly<Record<string, Corner>> = {
  'kitchen knife': 'top left',
  dagger: 'top right',
  sword: 'bottom left',
  katana: 'bottom left',
  spear: 'bottom left',
  'laser sword': 'bottom left',
  scythe: 'bottom',
  'battle axe': 'bottom',
  axe: 'bottom right',
  hammer: 'bottom right',
  pick: 'bottom right',
  wrench: 'bottom right',
  fork: 'bottom left',
  slingshot: 'bottom',
  drill: 'bottom right',
  'hair dryer': 'bottom right',
  mop: 'top',
  broom: 'top right',
  shovel: 'top right',
  'magic wand': 'bottom left',
  'carpentry saw': 'bottom right',
  screwdriver: 'bottom right',
  paintbrush: 'top right',
  'fishing pole': 'bottom right',
  microphone: 'bottom left',
  lollipop: 'bottom right',
  spoon: 'bottom right',
  'cricket game': 'top right',
  'trident emblem': 'bottom',
  'frying pan': 'bottom right',
  torch: 'bottom',
  popsicle: 'bottom',
  'candy cane': 'bottom right',
  'cotton candy': 'bottom',
  'tennis racket': 'bottom',
  'baseball bat': 'bottom left',
};
const OTHERWISE: Readonly<Record<string, Corner>> = {
  'noto:fishing-pole': 'bottom left',
  'streamline-emojis:fishing-pole': 'bottom left',
  'noto-v1:kitchen-knife': 'top right',
  'emojione:dagger': 'top left',
  'noto:carpentry-saw': 'top right',
  'fluent-emoji-flat:screwdriver': 'bottom left',
  'fluent-3d:1fa9b': 'bottom left',
  'noto:microphone': 'bottom right',
  'noto-v1:microphone': 'bottom right',
  'noto-v1:spoon': 'bottom left',
  'twemoji:spoon': 'bottom',
  'twemoji:cricket-game': 'top left',
};

/** Whether it is known where a thing is gripped. */
export const hasGrip = (thing: string): boolean => Object.hasOwn(GRIPS, thing);

/** Undefined of what nobody looked at. */
export function gripOf(thing: string, slug: string): Grip | undefined {
  const corner = ownValue(OTHERWISE, slug) ?? ownValue(GRIPS, thing);
  return corner && CORNERS[corner];
}
