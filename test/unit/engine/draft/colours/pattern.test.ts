import { describe, expect, it } from 'vitest';
import { labPixels } from '../../../../../src/engine/basics/oklab.js';
import { createPatternPaint } from '../../../../../src/engine/draft/colours/pattern.js';
import type { PATTERNS } from '../../../../../src/engine/memory/patterns.js';

const SIDE = 64;
const colours = { white: ['#ffffff'], red: ['#dc2a2a'], blue: ['#2a5fdc'], yellow: ['#f5d020'], green: ['#2a9d2a'] };
const paint = createPatternPaint({ colours });

/** A blue disc with a black eye on nothing. */
function disc() {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let p = 0; p < SIDE * SIDE; p++) {
    const [x, y] = [(p % SIDE) - SIDE / 2, Math.floor(p / SIDE) - SIDE / 2];
    if (Math.hypot(x, y) > 28) continue;
    data.set(Math.hypot(x - 8, y) < 5 ? [10, 10, 10, 255] : [42, 95, 220, 255], 4 * p);
  }
  return { data, width: SIDE, height: SIDE };
}

function shareOf(kind: (typeof PATTERNS)[number], colour?: string) {
  const image = disc();
  const labs = labPixels(image);
  const before = labs.slice();
  paint({ kind, ...(colour ? { colour } : {}) }, true).apply(labs, image);
  let [changed, eye, body] = [0, 0, 0];
  for (let p = 0; p < SIDE * SIDE; p++) {
    if (image.data[4 * p + 3] === 0) continue;
    const differs = Math.hypot(...[0, 1, 2].map((c) => labs[3 * p + c]! - before[3 * p + c]!)) > 0.1;
    body += 1;
    if (differs) changed += 1;
    if (differs && image.data[4 * p] === 10) eye += 1;
  }
  return { changed: changed / body, eye };
}

describe('a pattern on a body', () => {
  it.each([
    ['stripes', 0.3, 0.55],
    ['dots', 0.15, 0.4],
    ['checks', 0.35, 0.65],
    ['rainbow', 0.6, 1],
    ['patches', 0.15, 0.5],
    ['gloss', 0.1, 0.4],
    ['grain', 0.1, 0.35],
    ['galaxy', 0.6, 1],
  ] as const)('%s cover a part of it between %d and %d, and leave eyes', (kind, least, most) => {
    const { changed, eye } = shareOf(kind);
    expect(changed).toBeGreaterThan(least);
    expect(changed).toBeLessThan(most);
    expect(eye).toBe(0);
  });

  it('makes all of a thing of one stuff, whatever its own colours', () => {
    expect(shareOf('gloss', 'yellow').changed).toBeGreaterThan(0.9);
    expect(shareOf('gloss', 'yellow').eye).toBe(0);
  });

  it('has a colour that is seen on it where nobody says which, and else the one that was said', () => {
    expect(shareOf('dots', 'blue').changed).toBe(0);
    expect(shareOf('dots', 'red').changed).toBeGreaterThan(0.15);
  });
});
