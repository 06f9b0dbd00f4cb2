import type { RgbaImage } from '../basics/index.js';

/**
 * The picture with a rim about all that it shows, so that dark lines are seen on dark ground. Not premultiplied, as the
 * picture is.
 * @param rim its width in parts of the picture's side, and its colour, `#rrggbb`
 */
export function haloed({ data, width, height }: RgbaImage, rim: { width: number; colour: string }): RgbaImage {
  const reach = rim.width * width;
  const colour = [1, 3, 5].map((at) => Number.parseInt(rim.colour.slice(at, at + 2), 16));
  const steps = Math.ceil(reach);
  const offsets = Array.from({ length: 2 * steps + 1 }, (_, k) => k - steps)
    .flatMap((dy) => Array.from({ length: 2 * steps + 1 }, (_, k) => ({ dx: k - steps, dy })))
    .filter(({ dx, dy }) => dx * dx + dy * dy <= reach * reach);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let nearest = 0;
      for (const { dx, dy } of offsets) {
        const [u, v] = [x + dx, y + dy];
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        nearest = Math.max(nearest, data[4 * (v * width + u) + 3]!);
      }
      const at = 4 * (y * width + x);
      const own = data[at + 3]! / 255;
      const under = (1 - own) * (nearest / 255);
      const alpha = own + under;
      if (alpha === 0) continue;
      for (let c = 0; c < 3; c++) out[at + c] = Math.round((own * data[at + c]! + under * colour[c]!) / alpha);
      out[at + 3] = Math.round(255 * alpha);
    }
  }
  return { data: out, width, height };
}
