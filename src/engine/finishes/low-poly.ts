import { drawingOf } from './drawing.js';
import type { Finish } from './finish.js';
import { noiseAt } from './noise.js';
import { filledPlane, nearestOf, type Planes, planesOf } from './planes.js';

/** How large facets are, in pixels, and how far their corners stray. */
const FACET = 9;
const STRAY = 0.34;
/** How much lighter or darker facets are than their colour. */
const RELIEF = 0.05;

/** A body of few flat facets, as early computer graphics have it; eyes and dark lines are put over it. */
export const lowPoly: Finish = {
  words: {
    en: 'low_poly low-poly lowpoly low_polygon polygonal polygon_art faceted geometric_facets low_poly_style ps1_style ps1_graphics playstation_1_style',
    de: 'low-poly-stil polygonkunst',
    fr: 'style_low_poly polygonal polygonale',
    es: 'estilo_low_poly poligonal',
    pt: 'estilo_low_poly poligonal',
    it: 'poligonale stile_low_poly',
    ru: 'лоу-поли лоуполи полигональный полигональная',
    uk: 'лоу-полі полігональний полігональна',
    ja: 'ローポリ ローポリゴン',
    ko: '로우폴리',
    zh: '低多边形 低多邊形',
  },
  paintedIn: ['shaded', '3d', 'flat', 'rounded'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const { width, height, depth, alpha } = planes;
    const facets = facetsOf(planes);
    const sums = new Map<number, Float64Array>();
    const { ink } = drawingOf(planes);
    for (let p = 0; p < depth.length; p++) {
      if (alpha[p]! < 0.5 || ink[p]! > 0.3) continue;
      const sum = sums.get(facets[p]!) ?? new Float64Array(4);
      sums.set(facets[p]!, sum);
      for (let c = 0; c < 3; c++) sum[c]! += image.data[4 * p + c]!;
      sum[3]!++;
    }
    const known = nearestOf(width, height, (p) => sums.has(facets[p]!));
    const data = image.data.slice();
    for (let p = 0; p < depth.length; p++) {
      const facet = facets[known?.nearest[p] ?? p]!;
      const sum = sums.get(facet);
      if (data[4 * p + 3] === 0 || sum === undefined) continue;
      const light = 1 + RELIEF * noiseAt(1.7 * facet, 3.1, 91) * 2;
      for (let c = 0; c < 3; c++) {
        const flat = Math.min(255, (light * sum[c]!) / sum[3]!);
        data[4 * p + c] = Math.round(flat + ink[p]! * (image.data[4 * p + c]! - flat));
      }
    }
    return { ...image, data };
  },
};

/** Of each pixel the number of its triangle: two of each field of a grid whose corners stray. */
function facetsOf({ width, height }: Planes): Float32Array {
  const columns = Math.ceil(width / FACET) + 3;
  const corners = Array.from({ length: columns * (Math.ceil(height / FACET) + 3) }, (_, k) => {
    const [i, j] = [(k % columns) - 1, Math.floor(k / columns) - 1];
    const x = FACET * (i + STRAY * noiseAt(2.3 * i, 3.7 * j, 92));
    return [x, FACET * (j + STRAY * noiseAt(3.1 * i, 2.9 * j, 93))] as const;
  });
  const corner = (i: number, j: number) => corners[(j + 1) * columns + i + 1]!;
  const isIn = (x: number, y: number, triangle: readonly (readonly [number, number])[]) =>
    triangle.every(([ax, ay], k) => {
      const [bx, by] = triangle[(k + 1) % 3]!;
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9;
    });
  return filledPlane(width * height, (p) => {
    const [x, y] = [(p % width) + 0.5, Math.floor(p / width) + 0.5];
    const [column, row] = [Math.floor(x / FACET), Math.floor(y / FACET)];
    for (let j = row - 1; j <= row + 1; j++) {
      for (let i = column - 1; i <= column + 1; i++) {
        const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
        const field = 2 * ((j + 2) * columns + i + 2);
        // Which way a field is halved changes from one to the next.
        const halves =
          (i + j) % 2 === 0
            ? [
                [a, b, c],
                [a, c, d],
              ]
            : [
                [a, b, d],
                [b, c, d],
              ];
        const half = halves.findIndex((triangle) => isIn(x, y, triangle));
        if (half >= 0) return field + half;
      }
    }
    return 0;
  });
}
