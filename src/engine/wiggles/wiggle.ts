import type { RgbaImage } from '../basics/index.js';
import { type CanvasMap, composeLayers, type Draft, mapped, type Sign, textureOfImage } from '../draft/index.js';
import { finishNamed } from '../finishes/index.js';
import { moodNamed } from '../moods/index.js';
import type { OwnThing } from '../own/index.js';
import { MOVES, type Pose } from './motions.js';

/** A picture that can move: the thing as it was painted, without the marks that are about it. */
export interface Moving {
  /** Square. */
  body: RgbaImage;
  /** Laid over it, or behind it, unpainted. */
  signs: readonly Sign[];
  /** One of `engine/moods`; any other moves as what is happy. */
  mood: string;
  /** What is made of every frame, the name of a finish. */
  finish?: string;
}

/** Pictures that follow each other in a loop. */
export interface Wiggle {
  frames: RgbaImage[];
  frameMs: number;
}

/** Frames of a loop; motions rattle at half of it. */
export const FRAMES = 16;
/** All is drawn a little smaller, so that what hops stays in the picture. */
const ROOM = 0.84;
/** Drops that are under way from each eye at a time. */
const DROPS = 2;

/** Where the marks of drafts come from: the engine. */
export interface SignSource {
  signs(draft: Draft, own?: readonly OwnThing[]): Promise<readonly Sign[]>;
}

/** A cell's bare picture, moving as its mood does. */
export async function movingOf(
  source: SignSource,
  { draft }: { draft?: Draft | null },
  body: RgbaImage,
  mood: string,
  own?: readonly OwnThing[],
): Promise<Wiggle> {
  const signs = draft ? await source.signs(draft, own) : [];
  const finish = draft?.finish;
  return wiggle({ body, signs, mood, ...(finish === undefined ? {} : { finish }) });
}

/** A loop of frames, of which the body was painted once: it moves as a whole, and its signs by themselves. */
export function wiggle({ body, signs, mood, finish }: Moving): Wiggle {
  const size = body.width;
  const { frameMs, ...move } = MOVES[moodNamed(mood)?.motion ?? 'hop'];
  const texture = textureOfImage(body);
  const whole = { x: 0, y: 0, xx: size, xy: 0, yx: 0, yy: size };
  const foot = footOf(body);
  const shrink = about(foot.x, foot.y, { across: ROOM, down: ROOM }, size);
  const frames = Array.from({ length: FRAMES }, (_, k) => {
    const time = k / FRAMES;
    const moved = mapped(shrink, about(foot.x, foot.y, move.body(time), size));
    const drawn = (sign: Sign) => signAt(sign, (at) => move.mark(at), time, { moved, shrink, size });
    const behind = signs.filter(({ place }) => place === 'behind').flatMap(drawn);
    const before = signs.filter(({ place }) => place !== 'behind').flatMap(drawn);
    const layers = [...behind, { texture, flip: false, frame: mapped(whole, moved) }, ...before];
    const image = straight(composeLayers(layers, size), size);
    return finishNamed(finish)?.apply(image) ?? image;
  });
  return { frames, frameMs };
}

/** A sign as it is drawn at a time: what is at eyes goes where these go, and falls from there again and again. */
function signAt(
  { layer, place }: Sign,
  mark: (time: number) => Pose,
  time: number,
  { moved, shrink, size }: { moved: CanvasMap; shrink: CanvasMap; size: number },
) {
  const at = (pose: Pose, by: CanvasMap) => {
    const frame = mapped(layer.frame, by);
    const [x, y] = [frame.x + (frame.xx + frame.xy) / 2, frame.y + (frame.yx + frame.yy) / 2];
    const foot = place === 'behind' ? frame.y + frame.yy : y;
    return { ...layer, frame: mapped(frame, about(x, foot, pose, size)) };
  };
  if (place !== 'eyes') return [at(mark(time), shrink)];
  return Array.from({ length: DROPS }, (_, drop) => at(mark((time + drop / DROPS) % 1), moved));
}

/** The map of the canvas that a pose is, about a point in pixels. */
function about(x: number, y: number, pose: Pose, size: number): CanvasMap {
  const { turn = 0, across = 1, down = 1 } = pose;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [xx, xy, yx, yy] = [cos * across, -sin * down, sin * across, cos * down];
  const [dx, dy] = [(pose.x ?? 0) * size, (pose.y ?? 0) * size];
  return { x: x - xx * x - xy * y + dx, y: y - yx * x - yy * y + dy, xx, xy, yx, yy };
}

/** Below this nothing is seen, 0–255. */
const SEEN = 64;

/** The middle of the foot of what is seen, in pixels. */
function footOf({ width, height, data }: RgbaImage): { x: number; y: number } {
  let [left, right, bottom] = [width, 0, 0];
  for (let p = 0; p < width * height; p++) {
    if (data[4 * p + 3]! < SEEN) continue;
    const x = p % width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    bottom = Math.floor(p / width) + 1;
  }
  if (right === 0) return { x: width / 2, y: height };
  return { x: (left + right) / 2, y: bottom };
}

/** @param canvas [4, size, size], premultiplied RGBA, −1…1 */
function straight(canvas: Float32Array, size: number): RgbaImage {
  const plane = size * size;
  const data = new Uint8Array(4 * plane);
  for (let p = 0; p < plane; p++) {
    const alpha = (canvas[3 * plane + p]! + 1) / 2;
    if (alpha <= 0) continue;
    for (let c = 0; c < 3; c++) {
      data[4 * p + c] = Math.round(Math.min(1, (canvas[c * plane + p]! + 1) / 2 / alpha) * 255);
    }
    data[4 * p + 3] = Math.round(Math.min(1, alpha) * 255);
  }
  return { width: size, height: size, data };
}
