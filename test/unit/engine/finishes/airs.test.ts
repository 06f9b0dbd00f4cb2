import { describe, expect, it } from 'vitest';
import { finishNamed, groundedName, splitGround } from '../../../../src/engine/finishes/index.js';
import { BALL, drawn, NOTHING, pixelAt } from './drawn-ball.js';

describe('what is in the air of a picture', () => {
  it.each(['under night', 'under night+aurora', 'pixel under rain', 'pixel on pink under snow', 'on pink'])(
    'is named behind its finish and its ground: %s',
    (name) => expect(groundedName(splitGround(name))).toBe(name),
  );

  it.each(['rain', 'storm', 'snow', 'fog', 'wind', 'confetti'])('falls or drifts over it: %s', (air) => {
    const { apply } = finishNamed(`under ${air}`)!;
    expect(apply(BALL).data).not.toEqual(BALL.data);
    expect(apply(BALL)).toEqual(apply(BALL));
  });

  it('leaves nothing over it where it is light alone', () => {
    expect(finishNamed('under night')!.apply(BALL)).toEqual(BALL);
  });

  it('lies mostly behind a figure, and all over a place', () => {
    const changed = (from: typeof BALL) => {
      const after = finishNamed('under confetti')!.apply(from);
      let count = 0;
      for (let y = 40; y < 88; y++)
        for (let x = 40; x < 88; x++) if (pixelAt(after, x, y).join() !== pixelAt(from, x, y).join()) count += 1;
      return count;
    };
    expect(changed(BALL)).toBeLessThan(0.5 * changed(drawn(() => [200, 200, 200, 255])));
    expect(changed(drawn(() => NOTHING))).toBeGreaterThan(0);
  });
});
