import { type Lab, labDistance, labOf, ownValue, type RgbaImage } from '../../basics/index.js';
import type { Tables } from '../../manifest/index.js';
import type { Pattern, PatternName } from '../../memory/index.js';
import { shadeDistance } from './colour-areas.js';
import { isLine, isMaterial, type MaterialName, paintMaterial, patchiness } from './material.js';
import { type Recolouring, shaded } from './recolour.js';

/** Pixels more opaque than this are of the body; bytes. */
const OPAQUE = 128;
/** Shades this near to the body's colour are of it, and from the second distance on of something else. */
const [OF_BODY, OTHER] = [0.12, 0.19];
/** Colours are counted in steps of this in OKLab, lightness at half weight. */
const STEP = 0.08;
/** Shades of a pattern differ from its colour by no more. */
const MOST_SHADE = 0.12;
/** Colours that a pattern takes where nobody says which: the first that is so far from the body's. */
const SEEN = 0.26;
const SEEN_FIRST = ['white', 'red', 'blue'] as const;
/** On who has a face, stripes and spots are as much darker than the body: fur, and no paint. */
const DARKER = 0.7;
/** Bands of a rainbow, from the top. */
const BANDS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;

/** What is called of a colour, and made of something: gold, ice, silver, wood. */
const STUFFS: Readonly<Record<string, Lab>> = {
  yellow: labOf('#f3bd2b'),
  blue: labOf('#a5d8f8'),
  grey: labOf('#b6bcc6'),
  brown: labOf('#b27a45'),
};

/** Lengths in parts of the longer side of what is painted. */
const STRIPES = { every: 0.19, wide: 0.085, slant: 0.22 } as const;
/** Of fur: narrower. */
const FUR_WIDE = 0.055;
const DOTS = { every: 0.235, radius: 0.066 } as const;
const CHECKS = { every: 0.22 } as const;
/** From how patchy a point is on there is a patch: a third of a body. */
const PATCHED = 0.3;
/** Edges of a pattern are as soft as this. */
const SOFT = 0.012;

/** @returns how a pattern is painted on what has no face, or on who has one */
export function createPatternPaint(tables: Pick<Tables, 'colours'>) {
  const codeOf = (name: string): Lab | undefined => {
    const code = ownValue(tables.colours, name)?.[0];
    return code === undefined ? undefined : labOf(code);
  };
  const bands = known(BANDS, codeOf);
  return ({ kind, colour }: Pattern, isFaceless: boolean): Recolouring => ({
    key: `pattern:${kind}:${colour ?? (isFaceless ? 'seen' : 'darker')}`,
    apply(labs, image) {
      const body = bodyColour(labs, image);
      if (body === undefined) return;
      const { main, isDark } = body;
      if (isMaterial(kind)) {
        const stuff = colour === undefined ? undefined : (ownValue(STUFFS, colour) ?? codeOf(colour));
        paintMaterial(labs, image, { kind, main, of: stuff ?? main, isDark });
        return;
      }
      const named = colour === undefined ? undefined : codeOf(colour);
      const colours = kind === 'rainbow' ? bands : [named ?? (isFaceless ? seenOn(main, codeOf) : darker(main))];
      if (colours.length > 0) paint(labs, image, main, { kind, colours, isFur: !isFaceless && colour === undefined });
    },
  });
}

const known = (names: readonly string[], codeOf: (name: string) => Lab | undefined): Lab[] =>
  names.map(codeOf).filter((code) => code !== undefined);

const darker = ([l, a, b]: Lab): Lab => [l * DARKER, a, b];

function seenOn(main: Lab, codeOf: (name: string) => Lab | undefined): Lab {
  const choices = known(SEEN_FIRST, codeOf);
  return choices.find((one) => labDistance(one, main) >= SEEN) ?? darker(main);
}

/** The mean of the commonest shades that are no outline; of what is dark all over, of these. */
function bodyColour(labs: Float32Array, { data }: RgbaImage): { main: Lab; isDark: boolean } | undefined {
  const bins = new Map<string, { count: number; lab: [number, number, number]; isDark: boolean }>();
  let [all, dark] = [0, 0];
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3]! < OPAQUE) continue;
    const lab = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!] as const;
    const isDark = isLine(lab);
    all += 1;
    if (isDark) dark += 1;
    const key = `${isDark}:${Math.round(lab[0] / (2 * STEP))}:${Math.round(lab[1] / STEP)}:${Math.round(lab[2] / STEP)}`;
    const bin = bins.get(key) ?? { count: 0, lab: [0, 0, 0], isDark };
    bin.count += 1;
    for (let c = 0; c < 3; c++) bin.lab[c]! += lab[c]!;
    bins.set(key, bin);
  }
  const isDarkBody = dark > 0.6 * all;
  const ranked = [...bins.values()].filter((bin) => isDarkBody || !bin.isDark).sort((a, b) => b.count - a.count);
  const [most] = ranked;
  if (!most) return undefined;
  const { count, lab } = most;
  return { main: [lab[0] / count, lab[1] / count, lab[2] / count], isDark: isDarkBody };
}

interface Paint {
  kind: Exclude<PatternName, MaterialName>;
  colours: readonly Lab[];
  isFur: boolean;
}

function paint(labs: Float32Array, image: RgbaImage, main: Lab, { kind, colours, isFur }: Paint): void {
  const { data, width } = image;
  const { x0, y0, x1, y1 } = edgesOf(image);
  const longest = Math.max(x1 - x0, y1 - y0);
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3] === 0) continue;
    const pixel: Lab = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
    const ofBody = 1 - ramp(shadeDistance(pixel, main), OF_BODY, OTHER);
    if (ofBody === 0) continue;
    const u = ((p % width) + 0.5 - (x0 + x1) / 2) / longest;
    const v = (Math.floor(p / width) + 0.5 - (y0 + y1) / 2) / longest;
    const along = (Math.floor(p / width) + 0.5 - y0) / Math.max(1, y1 - y0);
    const band = Math.min(colours.length - 1, Math.max(0, Math.floor(along * colours.length)));
    const share = ofBody * (kind === 'rainbow' ? 1 : COVERAGE[kind](u, v, isFur));
    if (share === 0) continue;
    const painted = shaded(pixel, { from: main, to: colours[band]!, most: MOST_SHADE });
    for (let c = 0; c < 3; c++) labs[3 * p + c]! += share * (painted[c]! - pixel[c]!);
  }
}

/** How much of a point a pattern covers, 0–1; the point is told from the middle. */
const COVERAGE: Readonly<
  Record<Exclude<PatternName, MaterialName | 'rainbow'>, (u: number, v: number, isFur: boolean) => number>
> = {
  stripes(u, v, isFur) {
    const { every, slant } = STRIPES;
    const wide = isFur ? FUR_WIDE : STRIPES.wide;
    const at = Math.abs(fromNearest(u + slant * v, every));
    return 1 - ramp(at, wide / 2 - SOFT, wide / 2 + SOFT);
  },
  dots(u, v) {
    const { every, radius } = DOTS;
    const row = Math.round(v / (every * 0.866));
    const across = fromNearest(u + (row % 2 === 0 ? 0 : every / 2), every);
    const down = v - row * every * 0.866;
    return 1 - ramp(Math.hypot(across, down), radius - SOFT, radius + SOFT);
  },
  checks(u, v) {
    const { every } = CHECKS;
    const side = (at: number) => ramp(Math.abs(fromNearest(at, every)), every / 4 - SOFT, every / 4 + SOFT);
    const [a, b] = [side(u), side(v)];
    return a * (1 - b) + b * (1 - a);
  },
  patches: (u, v) => ramp(patchiness(u, v), PATCHED - SOFT * 4, PATCHED + SOFT * 4),
};

/** How far a number is from the nearest multiple of a step. */
const fromNearest = (value: number, every: number) => value - every * Math.round(value / every);

/** 0 up to the first number, 1 from the second on. */
const ramp = (value: number, from: number, to: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));

function edgesOf({ data, width, height }: RgbaImage): { x0: number; y0: number; x1: number; y1: number } {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3]! < OPAQUE) continue;
    const [x, y] = [p % width, Math.floor(p / width)];
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + 1);
    y1 = Math.max(y1, y + 1);
  }
  return { x0, y0, x1, y1 };
}
