import { ownValue } from '../../basics/index.js';

/**
 * The edge of the front wall of something hollow, as it is drawn, in parts of its picture's side: from one end to the
 * other, and how far below these the middle is, as the near half of an ellipse or as a corner.
 */
export interface Rim {
  x0: number;
  x1: number;
  y: number;
  sag: number;
  isCorner?: boolean;
  /** How high who is in it is at most, where that is not told by what is below the edge. */
  tall?: number;
}

/** Looked at one by one, by slug: x0, x1, y, sag, as `Rim` has them. */
const ROUND: Readonly<Record<string, readonly [x0: number, x1: number, y: number, sag: number]>> = {
  'kaleido:hammock': [0.2, 0.8, 0.52, 0.11],
  'kaleido:sleeping-bag': [0.12, 0.88, 0.38, 0.04],
  'noto:bathtub': [0.08, 0.93, 0.57, 0.03],
  'noto-v1:bathtub': [0.06, 0.94, 0.56, 0],
  'fluent-emoji-flat:bathtub': [0.05, 0.95, 0.52, 0],
  'fluent-3d:1f6c1': [0.05, 0.95, 0.52, 0],
  'twemoji:bathtub': [0.03, 0.97, 0.53, 0],
  'emojione:bathtub': [0.05, 0.95, 0.6, 0],
  'streamline-emojis:bathtub': [0.05, 0.95, 0.46, 0.03],
  'noto:wastebasket': [0.06, 0.9, 0.13, 0.1],
  'noto-v1:wastebasket': [0.12, 0.78, 0.17, 0.12],
  'fluent-emoji-flat:wastebasket': [0.06, 0.94, 0.02, 0],
  'fluent-3d:1f5d1': [0.06, 0.94, 0.03, 0.02],
  'twemoji:wastebasket': [0.06, 0.94, 0.02, 0],
  'emojione:wastebasket': [0.07, 0.78, 0.4, 0.14],
  'noto:basket': [0.07, 0.93, 0.34, 0.06],
  'fluent-emoji-flat:basket': [0.04, 0.96, 0.37, 0],
  'fluent-3d:1f9fa': [0.04, 0.96, 0.37, 0],
  'twemoji:basket': [0.08, 0.92, 0.38, 0.12],
  'noto:bucket': [0.08, 0.96, 0.11, 0.09],
  'fluent-emoji-flat:bucket': [0.06, 0.96, 0.08, 0],
  'fluent-3d:1faa3': [0.06, 0.96, 0.09, 0],
  'twemoji:bucket': [0.06, 0.94, 0.12, 0.13],
  'noto:teacup-without-handle': [0.22, 0.78, 0.43, 0.08],
  'noto-v1:teacup-without-handle': [0.2, 0.8, 0.4, 0.05],
  'fluent-emoji-flat:teacup-without-handle': [0.09, 0.91, 0.34, 0],
  'fluent-3d:1f375': [0.09, 0.91, 0.34, 0],
  'twemoji:teacup-without-handle': [0.06, 0.94, 0.36, 0.2],
  'emojione:teacup-without-handle': [0.04, 0.74, 0.5, 0.12],
  'streamline-emojis:teacup-without-handle': [0.18, 0.82, 0.33, 0.07],
  'noto:hot-beverage': [0.18, 0.76, 0.4, 0.1],
  'noto-v1:hot-beverage': [0.08, 0.72, 0.55, 0.12],
  'fluent-emoji-flat:hot-beverage': [0.13, 0.75, 0.37, 0.28],
  'fluent-3d:2615': [0.1, 0.62, 0.3, 0.2],
  'twemoji:hot-beverage': [0.08, 0.92, 0.36, 0.16],
  'emojione:hot-beverage': [0.06, 0.74, 0.5, 0.1],
  'noto:bowl-with-spoon': [0.04, 0.96, 0.4, 0.12],
  'fluent-emoji-flat:bowl-with-spoon': [0.08, 0.9, 0.4, 0.3],
  'fluent-3d:1f963': [0.08, 0.9, 0.36, 0.3],
  'twemoji:bowl-with-spoon': [0.05, 0.9, 0.42, 0.24],
  'noto:pot-of-food': [0.1, 0.9, 0.42, 0.12],
  'noto-v1:pot-of-food': [0.1, 0.9, 0.45, 0.15],
  'fluent-emoji-flat:pot-of-food': [0.2, 0.8, 0.36, 0.22],
  'fluent-3d:1f372': [0.2, 0.8, 0.36, 0.22],
  'twemoji:pot-of-food': [0.08, 0.92, 0.4, 0.2],
  'emojione:pot-of-food': [0.08, 0.92, 0.48, 0.1],
  'noto:shopping-cart': [0.06, 0.7, 0.22, 0],
  'noto-v1:shopping-cart': [0.04, 0.74, 0.29, 0],
  'fluent-emoji-flat:shopping-cart': [0.05, 0.74, 0.15, 0],
  'fluent-3d:1f6d2': [0.05, 0.74, 0.15, 0],
  'twemoji:shopping-cart': [0.24, 0.96, 0.23, 0],
  'emojione:shopping-cart': [0.04, 0.94, 0.18, 0],
  'kaleido:washing-machine': [0.26, 0.74, 0.57, 0.24],
  'kaleido:wheelbarrow': [0.08, 0.92, 0.2, 0],
  'kaleido:mug': [0.08, 0.68, 0.14, 0.09],
  'kaleido:glass-of-water': [0.15, 0.85, 0.01, 0],
  'kaleido:vase': [0.22, 0.78, 0.09, 0.05],
  'kaleido:cauldron': [0.03, 0.97, 0.29, 0],
  'noto:fire': [0.12, 0.88, 0.62, 0.08],
  'noto-v1:fire': [0.12, 0.88, 0.62, 0.08],
  'fluent-emoji-flat:fire': [0.12, 0.88, 0.6, 0.08],
  'fluent-3d:1f525': [0.12, 0.88, 0.6, 0.08],
  'twemoji:fire': [0.12, 0.88, 0.62, 0.08],
  'emojione:fire': [0.12, 0.88, 0.62, 0.08],
  'streamline-emojis:fire': [0.12, 0.88, 0.6, 0.08],
  'kaleido:campfire': [0.14, 0.86, 0.52, 0.08],
  'kaleido:campfire-ring': [0.14, 0.86, 0.5, 0.08],
  'kaleido:open-pot': [0.14, 0.86, 0.32, 0.09],
  'kaleido:snow-globe': [0.13, 0.87, 0.63, 0.05],
  'kaleido:christmas-stocking': [0.26, 0.86, 0.07, 0],
  'kaleido:hot-air-balloon': [0.37, 0.63, 0.79, 0],
  'kaleido:submarine': [0.31, 0.67, 0.24, 0],
  'kaleido:piano': [0.04, 0.96, 0.4, 0],
  'kaleido:drum-kit': [0.1, 0.9, 0.2, 0],
  'kaleido:podium': [0.1, 0.9, 0.06, 0],
  'kaleido:turntable': [0.05, 0.95, 0.12, 0],
  'kaleido:stroller': [0.48, 0.88, 0.43, 0],
  'kaleido:trash-can': [0.16, 0.84, 0.29, 0.02],
  'kaleido:sink': [0.06, 0.94, 0.46, 0.05],
  'kaleido:tank': [0.35, 0.65, 0.15, 0],
  'noto:automobile': [0.26, 0.76, 0.4, 0],
  'noto:oncoming-automobile': [0.14, 0.86, 0.45, 0],
  'noto-v1:automobile': [0.26, 0.72, 0.49, 0],
  'noto-v1:oncoming-automobile': [0.1, 0.9, 0.53, 0],
  'fluent-emoji-flat:automobile': [0.22, 0.86, 0.48, 0],
  'fluent-emoji-flat:oncoming-automobile': [0.18, 0.82, 0.43, 0],
  'twemoji:automobile': [0.26, 0.76, 0.44, 0],
  'twemoji:oncoming-automobile': [0.15, 0.85, 0.42, 0],
  'twemoji:racing-car': [0.38, 0.78, 0.36, 0],
  'emojione:automobile': [0.28, 0.76, 0.45, 0],
  'emojione:oncoming-automobile': [0.16, 0.84, 0.38, 0],
  'streamline-emojis:automobile': [0.26, 0.78, 0.5, 0],
  'fluent-3d:1f697': [0.22, 0.86, 0.48, 0],
  'fluent-3d:1f698': [0.16, 0.84, 0.45, 0],
  'noto:racing-car': [0.34, 0.58, 0.42, 0],
  'noto-v1:racing-car': [0.38, 0.6, 0.48, 0],
  'fluent-emoji-flat:racing-car': [0.36, 0.62, 0.47, 0],
  'fluent-3d:1f3ce': [0.36, 0.62, 0.47, 0],
  'noto:taxi': [0.26, 0.76, 0.46, 0],
  'noto:oncoming-taxi': [0.16, 0.84, 0.48, 0],
  'noto-v1:taxi': [0.26, 0.74, 0.52, 0],
  'noto-v1:oncoming-taxi': [0.12, 0.88, 0.57, 0],
  'fluent-emoji-flat:taxi': [0.22, 0.84, 0.47, 0],
  'fluent-emoji-flat:oncoming-taxi': [0.18, 0.82, 0.44, 0],
  'twemoji:taxi': [0.26, 0.78, 0.47, 0],
  'twemoji:oncoming-taxi': [0.16, 0.84, 0.45, 0],
  'emojione:taxi': [0.28, 0.76, 0.46, 0],
  'emojione:oncoming-taxi': [0.18, 0.82, 0.48, 0],
  'streamline-emojis:taxi': [0.26, 0.78, 0.52, 0],
  'streamline-emojis:oncoming-taxi': [0.2, 0.8, 0.5, 0],
  'fluent-3d:1f695': [0.22, 0.84, 0.47, 0],
  'fluent-3d:1f696': [0.18, 0.82, 0.45, 0],
  'noto:pickup-truck': [0.32, 0.66, 0.43, 0],
  'fluent-emoji-flat:pickup-truck': [0.22, 0.52, 0.42, 0],
  'twemoji:pickup-truck': [0.26, 0.56, 0.42, 0],
  'fluent-3d:1f6fb': [0.22, 0.52, 0.42, 0],
  'noto:treasure-chest': [0.16, 0.8, 0.57, 0],
  'twemoji:treasure-chest': [0.1, 0.86, 0.58, 0],
};

/** Boxes that are seen from a corner: the near one, and the ends of its two sides. */
const CORNERED: typeof ROUND = {
  'noto:package': [0.05, 0.96, 0.27, 0.18],
  'noto-v1:package': [0, 1, 0.27, 0.24],
  'fluent-emoji-flat:package': [0.07, 0.93, 0.26, 0.2],
  'fluent-3d:1f4e6': [0.07, 0.93, 0.26, 0.2],
  'twemoji:package': [0.11, 0.89, 0.27, 0.23],
  'emojione:package': [0, 1, 0.4, 0.2],
  'streamline-emojis:package': [0.02, 0.98, 0.26, 0.24],
};

/** The sills of windows: who is in one fills it. */
const SILLS: typeof ROUND = {
  'noto:window': [0.12, 0.88, 0.88, 0],
  'fluent-emoji-flat:window': [0.1, 0.9, 0.89, 0],
  'fluent-3d:1fa9f': [0.1, 0.9, 0.89, 0],
  'twemoji:window': [0.06, 0.94, 0.93, 0],
  'noto:jar': [0.2, 0.8, 0.9, 0],
  'fluent-emoji-flat:jar': [0.2, 0.8, 0.9, 0],
  'fluent-3d:1fad9': [0.2, 0.8, 0.9, 0],
  'twemoji:jar': [0.22, 0.78, 0.9, 0],
};
/** How high who looks out of a window is, in parts of its side. */
const IN_WINDOW = 0.72;

/** Undefined where nobody looked. */
export function rimOf(slug: string): Rim | undefined {
  const found = ownValue(ROUND, slug) ?? ownValue(CORNERED, slug) ?? ownValue(SILLS, slug);
  if (!found) return undefined;
  const [x0, x1, y, sag] = found;
  const shape = Object.hasOwn(CORNERED, slug) ? { isCorner: true } : {};
  return { x0, x1, y, sag, ...shape, ...(Object.hasOwn(SILLS, slug) ? { tall: IN_WINDOW } : {}) };
}

/** Height of the edge at a place across the picture, not mirrored; beyond its ends that of these. */
export function rimAt({ x0, x1, y, sag, isCorner = false }: Rim, x: number): number {
  const across = Math.min(1, Math.abs((2 * x - x0 - x1) / (x1 - x0)));
  return y + sag * (isCorner ? 1 - across : Math.sqrt(1 - across * across));
}
