import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../src/engine/draft/draft.js';
import { createDrafts, type DraftMeasures, type Drafts } from '../../../../src/engine/draft/drafts.js';
import { givenMood } from '../../../../src/engine/draft/faces/index.js';
import { NO_PARTS } from '../../../../src/engine/memory/parts.js';

/** A scene of training (training/kaleido/bundle/golden_drafts.py). */
interface GoldenDraft extends DraftMeasures {
  draft: Draft;
  /** Base64 of [4, 32, 32], premultiplied, a byte a number: each the mean of 4 × 4 pixels. */
  picture: string;
}

const SHRINK = 4;
/** Of numbers of 0–1, on average: less than half a byte. */
const TOLERANCE = 0.0015;
/** Of painted things, whose outlines are shades of the paint here, and left as they are by training. */
const PAINTED_TOLERANCE = 0.008;

describe.each([
  ['test/fixtures/bundle-tiny', 'test/fixtures/golden-drafts-tiny.json'],
  ['models/stickers', 'test/fixtures/golden-drafts-stickers.json'],
])('drafts of %s', (dir, file) => {
  const golden = JSON.parse(readFileSync(file, 'utf8')) as GoldenDraft[];
  let drafts: Drafts;
  let size: number;

  beforeAll(async () => {
    const bundle = await loadBundle(dir);
    // Training draws its scenes without knowing where heads are, and faces without rims.
    const { manifest, memory } = structuredClone({
      manifest: bundle.manifest,
      memory: { ...bundle.memory, parts: undefined },
    });
    delete manifest.tables.layouts.mood.rim;
    drafts = createDrafts({ manifest, memory: { ...memory, parts: NO_PARTS } });
    size = bundle.manifest.image.size;
  });

  it('come in all kinds', () => {
    const kinds = new Set(golden.map(({ draft: { kind, things } }) => `${kind} ${things.length}`));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['count 2', 'count 3', 'holding 2', 'list 3', 'on 2', 'single 1', 'wearing 2']),
    );
  });

  it.each(golden.filter(isLaidOutAlike).map((one) => [one.description, one] as const))(
    'say, measure and paint: %s',
    async (_, one) => {
      const { draft, picture, ...measures } = one;
      expect(drafts.describe(draft)).toMatchObject(measures);
      expect(meanDifference(await drafts.picture(draft), Buffer.from(picture, 'base64'), size)).toBeLessThan(
        draft.things.some(({ paint }) => paint !== undefined) ? PAINTED_TOLERANCE : TOLERANCE,
      );
    },
  );
});

/**
 * Training's scenes make no room for signs in corners, cut off the heads of what stands on something, and lay smileys'
 * faces over what has none.
 */
function isLaidOutAlike({ draft: { kind, things } }: GoldenDraft): boolean {
  const isAlike = ({ mark, mood = '' }: DraftedThing) =>
    givenMood(mood) === undefined && (mark === undefined || ['crying', 'burning'].includes(mark));
  return kind !== 'on' && things.every(isAlike);
}

/** Mean absolute difference of a picture, shrunk, and bytes, both as 0–1. */
function meanDifference(picture: Float32Array, bytes: Uint8Array, size: number): number {
  const side = size / SHRINK;
  const sums = new Float64Array(4 * side * side);
  picture.forEach((value, k) => {
    const [plane, rest] = [Math.floor(k / (size * size)), k % (size * size)];
    const [x, y] = [rest % size, Math.floor(rest / size)];
    sums[plane * side * side + Math.floor(y / SHRINK) * side + Math.floor(x / SHRINK)]! +=
      (value + 1) / 2 / SHRINK ** 2;
  });
  expect(bytes).toHaveLength(sums.length);
  return sums.reduce((sum, value, k) => sum + Math.abs(value - bytes[k]! / 255), 0) / sums.length;
}
