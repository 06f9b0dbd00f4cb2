import { describe, expect, it } from 'vitest';
import { formatPinCode, parsePinCode } from '../../../../src/chat/cards/pin-code.js';
import type { Pin } from '../../../../src/core/types.js';
import { LATENT_KINDS } from '../../../../src/engine/latents/index.js';

const pins: Pin[] = [
  { cell: 0, kind: null },
  { cell: 8, kind: null },
  ...LATENT_KINDS.flatMap((kind): Pin[] => [
    { cell: null, kind },
    { cell: 3, kind },
    { cell: 3, kind, isLocal: true },
  ]),
];

describe('pins as values of a menu', () => {
  it.each(pins)('%j comes back as it was', (pin) => {
    expect(parsePinCode(formatPinCode(pin))).toEqual(pin);
  });

  it('are all different', () => {
    expect(new Set(pins.map(formatPinCode)).size).toBe(pins.length);
  });

  it.each(['', '.', 'x', '12', '-1', '.colour', '1.', '1.palette.x', 'palette', ':palette', '1:', '1:colour'])(
    '%j is none',
    (code) => {
      expect(parsePinCode(code)).toBeNull();
    },
  );
});
