import type { Tables } from '../manifest/index.js';
import { NAMED, NAMED_SHARE } from '../memory/index.js';
import { type Lab, labDistance, labOf } from './oklab.js';

/**
 * Names the colours that a description speaks of.
 * @returns for colours and their shares, 0–1, at most two names, the commonest first
 */
export function createColourNamer(
  colours: Tables['colours'],
): (shown: readonly { lab: Lab; share: number }[]) => string[] {
  const prototypes = Object.entries(colours).flatMap(([name, codes]) =>
    codes.map((code) => ({ name, lab: labOf(code) })),
  );
  const nameOf = (lab: Lab) =>
    prototypes.reduce((best, one) => (labDistance(one.lab, lab) < labDistance(best.lab, lab) ? one : best)).name;
  return (shown) => {
    const shares = new Map<string, number>();
    for (const { lab, share } of shown) {
      const name = nameOf(lab);
      shares.set(name, (shares.get(name) ?? 0) + share);
    }
    return [...shares]
      .sort(([, a], [, b]) => b - a)
      .filter(([, share]) => share >= NAMED_SHARE)
      .slice(0, NAMED)
      .map(([name]) => name);
  };
}
