import { describe, expect, it } from 'vitest';
import { boxOfBody, handOfBody, POSED, type Pose, restOf } from '../../../../../src/engine/draft/bodies/poses.js';

const POSES: readonly Pose[] = ['standing', 'sitting', 'riding', 'lying', 'balancing', 'holding', ...POSED];
const BUILDS = ['animal', 'person', 'bust', 'bare'] as const;
const ALL = POSES.flatMap((pose) => BUILDS.map((build) => ({ pose, build })));

describe('a body', () => {
  it.each(ALL)('has hands, and rests, within its box: $pose $build', ({ pose, build }) => {
    const { x0, y0, x1, y1 } = boxOfBody({ pose, build });
    const hands = pose === 'lying' ? [] : [handOfBody({ pose, build }, 0)];
    for (const [x, y] of [restOf({ pose, build }), ...hands]) {
      expect(x).toBeGreaterThanOrEqual(x0);
      expect(x).toBeLessThanOrEqual(x1);
      expect(y).toBeGreaterThanOrEqual(y0);
      expect(y).toBeLessThanOrEqual(y1);
    }
  });

  it.each(BUILDS)('is about as high as the head that it is below, and wider than high where it lies: %s', (build) => {
    const standing = boxOfBody({ pose: 'standing', build });
    const part = 1 / (1 + standing.y1);
    expect(part).toBeGreaterThan(0.4);
    expect(part).toBeLessThan(0.66);
    const lying = boxOfBody({ pose: 'lying', build });
    expect(lying.x1 - lying.x0).toBeGreaterThan(2 * (lying.y1 - lying.y0));
  });

  it('sits on its seat, and its legs hang down from that', () => {
    expect(restOf({ pose: 'sitting', build: 'person' })[1]).toBeLessThan(
      boxOfBody({ pose: 'sitting', build: 'person' }).y1 - 0.2,
    );
    expect(restOf({ pose: 'riding', build: 'animal' })[1]).toBeLessThan(
      boxOfBody({ pose: 'riding', build: 'animal' }).y1 - 0.2,
    );
  });
});
