import { toSrgb } from '../basics/index.js';
import { drawingOf, lineAt } from './drawing.js';
import type { Finish } from './finish.js';
import { blurred, filledPlane, nearestOf, type Planes, planesOf, smoothStep } from './planes.js';

/** What tubes hang on, as bytes, and how far it reaches beyond the figure, in pixels. */
const BOARD = [17, 15, 34] as const;
const MARGIN = 5;
/** Half of how thick tubes are, in pixels. */
const HALF = 0.9;
/** The light of what has no colour. */
const COOL = [0.8, 0.88, 1] as const;
/** How far light spreads, near and wide, in pixels. */
const NEAR = 1.6;
const WIDE = 5;

/** A sign of bent tubes on a dark board: edges shine in the picture's own colours. */
export const neon: Finish = {
  words: {
    en: 'neon neon_sign neon_signs neon_light neon_lights neon_glow neon_art neon_outline neon_tube neon_tubes neon-sign neon_lit neon-lit',
    de: 'neon neonschild neonreklame neonlicht neonlichter neonröhren als_neonschild',
    fr: 'néon néons en_néon enseigne_au_néon enseigne_néon',
    es: 'neón luces_de_neón cartel_de_neón letrero_de_neón',
    pt: 'néon letreiro_de_neon luzes_de_neon',
    it: 'al_neon insegna_al_neon',
    nl: 'neonreclame neonbord neonlicht neonlampen',
    pl: 'neonowy neonowa neonowe neonem',
    ru: 'неон неоновый неоновая неоновое неоновая_вывеска',
    uk: 'неон неоновий неонова неонове неонова_вивіска',
    tr: 'neon_tabela neon_ışık',
    ja: 'ネオン ネオンサイン ネオン風',
    ko: '네온 네온사인',
    zh: '霓虹 霓虹灯 霓虹燈',
    hi: 'नियॉन',
    ar: 'نيون',
  },
  paintedIn: ['flat', 'outline', 'simple'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const { width, height } = planes;
    const drawing = drawingOf(planes);
    const tube = filledPlane(planes.depth.length, (p) => Math.max(drawing.ink[p]!, lineAt(drawing, p, HALF)));
    const gas = gasOf(planes, drawing.ink);
    const lit = [0, 1, 2].map((c) => filledPlane(tube.length, (p) => tube[p]! * gas[3 * p + c]!));
    const near = lit.map((plane) => blurred(plane, width, height, NEAR));
    const wide = lit.map((plane) => blurred(plane, width, height, WIDE));
    const data = new Uint8Array(image.data.length);
    for (let p = 0; p < tube.length; p++) {
      const cover = smoothStep(-MARGIN - 1, -MARGIN + 1, planes.depth[p]!);
      if (cover === 0) continue;
      const core = smoothStep(0.55, 1, tube[p]!);
      for (let c = 0; c < 3; c++) {
        const own = gas[3 * p + c]!;
        const light = tube[p]! * (own + core * 0.45 * (1 - own)) + 0.75 * near[c]![p]! + 0.9 * wide[c]![p]!;
        data[4 * p + c] = Math.round(255 * Math.min(1, BOARD[c]! / 255 + light));
      }
      data[4 * p + 3] = Math.round(255 * cover);
    }
    return { ...image, data };
  },
};

/** The light of a tube at each pixel, 0–1: the picture's colour there, or beside what is dark, as pure as it can be. */
function gasOf({ width, height, labs, alpha }: Planes, ink: Float32Array): Float32Array {
  const soft = [0, 1, 2].map((c) =>
    blurred(
      filledPlane(alpha.length, (p) => labs[3 * p + c]!),
      width,
      height,
      1,
    ),
  );
  const beside = nearestOf(width, height, (p) => ink[p]! < 0.1 && alpha[p]! > 0.5 && labs[3 * p]! > 0.45);
  const gas = new Float32Array(3 * alpha.length);
  const rgb = new Float32Array(3);
  for (let p = 0; p < alpha.length; p++) {
    const q = beside?.nearest[p] ?? p;
    const [l, a, b] = [soft[0]![q]!, soft[1]![q]!, soft[2]![q]!];
    toSrgb(Math.max(0.4, l), a, b, rgb, 0);
    const [least, most] = [Math.min(rgb[0]!, rgb[1]!, rgb[2]!), Math.max(rgb[0]!, rgb[1]!, rgb[2]!)];
    const isGrey = Math.sqrt(a * a + b * b) < 0.035;
    for (let c = 0; c < 3; c++) {
      gas[3 * p + c] = isGrey ? COOL[c]! : 0.1 + (0.9 * (rgb[c]! - 0.85 * least)) / (most - 0.85 * least);
    }
  }
  return gas;
}
