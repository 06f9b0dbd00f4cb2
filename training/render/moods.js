// Faces without their disc, cut out of a set's smileys: what is left of a smiley without the shapes that most smileys
// share.
import sharp from 'sharp';
import { drawn, SIZE, square } from './draw.js';

const SHAPE = /<(path|circle|ellipse)\b[^>]*\/>/g;
// Fills of discs, for smileys whose disc has an outline of its own, and of the rims that some have.
const DISC_FILL = /#(fcc21b|ffcc4d|ffdd67|ffb02e|ffd93b)|fill="url/i;
const RIM_FILL = /fill="#eb8f00"/i;
// Circles of less than this part of the width are eyes, however many smileys have them.
const EYE = 0.2;
// A shape that so many smileys have, and not fewer than 10, belongs to the disc.
const SHARED = 0.2;
const SIDE = 256;
// Part of the picture that the disc fills: layouts.mood.disc of tables.yaml.
const DISC = 0.75;
// What covers more of the disc than this still holds the disc, less than this is lost.
const COVER = [0.01, 0.62];
const SMALLEST_DISC = 8000;

/** What makes two shapes the same: the path, or the middle and radius of a circle. */
function outline(shape) {
  const path = / d="([^"]+)"/.exec(shape);
  if (path) return path[1];
  const [middle, radius] = [/ cx="([^"]+)"/.exec(shape), / rx?="([^"]+)"/.exec(shape)];
  return middle && radius ? `circle ${middle[1]} ${radius[1]}` : shape;
}

/** Whether a shape is a circle as small as an eye. */
function isEye(shape, { box }) {
  const radius = shape.startsWith('<circle') ? / r="([^"]+)"/.exec(shape) : undefined;
  return radius ? Number(radius[1]) < EYE * box.width : false;
}

function sharedOutlines(smileys) {
  const counts = new Map();
  for (const { body } of smileys) {
    for (const key of new Set((body.match(SHAPE) ?? []).map(outline))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(10, smileys.length * SHARED);
  return new Set([...counts].filter(([, n]) => n >= least).map(([key]) => key));
}

/** Box and number of a raw RGBA picture's solid pixels. */
function extent(pixels, side) {
  let [x0, y0, x1, y1, area] = [side, side, 0, 0, 0];
  for (let i = 0; i < side * side; i++) {
    if (pixels[i * 4 + 3] <= 128) continue;
    const [x, y] = [i % side, Math.floor(i / side)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    area++;
  }
  return { x0, y0, x1, y1, area };
}

/** Crops raw RGBA pixels so that the disc is in the middle and fills DISC of the square. */
async function centred(pixels, side, disc) {
  const wide = Math.round((Math.max(disc.x1 - disc.x0, disc.y1 - disc.y0) + 1) / DISC);
  const margin = side / 2;
  const padded = await sharp(pixels, { raw: { width: side, height: side, channels: 4 } })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: '#00000000' })
    .raw()
    .toBuffer();
  const at = (from, to) => Math.round((from + to) / 2 + margin - wide / 2);
  const whole = sharp(padded, { raw: { width: 2 * side, height: 2 * side, channels: 4 } });
  return square(whole.extract({ left: at(disc.x0, disc.x1), top: at(disc.y0, disc.y1), width: wide, height: wide }));
}

/**
 * Moods of vector smileys: `{ mood, slug, pixels }` of each of `moods` (mood → hex key) that can be cut out cleanly.
 */
export async function vectorMoods(smileys, moods) {
  const shared = sharedOutlines(smileys);
  const found = [];
  for (const [mood, key] of moods) {
    const icon = smileys.find((smiley) => smiley.key === key);
    if (!icon) continue;
    const removed = [];
    const first = icon.body.search(SHAPE);
    const rest = icon.body.replace(SHAPE, (shape, _tag, offset) => {
      const common = shared.has(outline(shape)) && !shape.startsWith('<ellipse') && !isEye(shape, icon);
      if (!common && !RIM_FILL.test(shape) && !(offset === first && DISC_FILL.test(shape))) return shape;
      removed.push(shape);
      return '';
    });
    if (!removed.length) continue;
    const alone = icon.body.replace(SHAPE, (shape) => (removed.includes(shape) ? shape : ''));
    const render = (body) => drawn(icon, SIDE, body).resize(SIDE, SIDE, { fit: 'contain', background: '#00000000' }).raw().toBuffer();
    const [disc, face] = [extent(await render(alone), SIDE), await render(rest)];
    const cover = extent(face, SIDE).area / disc.area;
    if (disc.area < SMALLEST_DISC || cover < COVER[0] || cover > COVER[1]) continue;
    found.push({ mood, slug: icon.slug, pixels: await centred(face, SIDE, disc) });
  }
  return found;
}
