/**
 * Licences of models that are known by the names of their files, as their makers publish them. What others have made
 * of them may be under more conditions.
 */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/^v1-5-pruned|^sd-v1-4/i, 'CreativeML Open RAIL-M'],
  [/^v2-1_|^512-base-ema/i, 'CreativeML Open RAIL++-M'],
  [/^sd_xl_(?:base|refiner)_1\.0/i, 'CreativeML Open RAIL++-M'],
  [/^sd_(?:xl_)?turbo/i, 'Stability AI: read its terms, which are not for every use'],
  [/^flux1-schnell/i, 'Apache-2.0'],
  [/^flux1-dev/i, 'FLUX.1 [dev] Non-Commercial License'],
];

/** The licence of a model by its file's name; null where nobody knows. */
export function licenceOf(model: string): string | null {
  return LICENCES.find(([name]) => name.test(model))?.[1] ?? null;
}
