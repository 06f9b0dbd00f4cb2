/**
 * Licences of models by the names that their files, folders and exports have, as their makers publish them. What others
 * have made of them may be under more conditions.
 */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/sdxl-turbo|^sd_xl_turbo/i, 'Stability AI Community License'],
  [/sd-turbo|^sd_turbo/i, 'Stability AI Non-Commercial Community License'],
  [/stable-diffusion-xl-base|^sd_xl_(?:base|refiner)_1\.0/i, 'CreativeML Open RAIL++-M'],
  [/stable-diffusion-2|^v2-1_|^512-base-ema/i, 'CreativeML Open RAIL++-M'],
  [/stable-diffusion-v1|lcm[-_]dreamshaper|^v1-5-pruned|^sd-v1-4/i, 'CreativeML Open RAIL-M'],
  [/^flux1-schnell/i, 'Apache-2.0'],
  [/^flux1-dev/i, 'FLUX.1 [dev] Non-Commercial License'],
];

/** The licence of a model that is known by one of the names; null where nobody knows. */
export function licenceOf(...names: readonly string[]): string | null {
  return LICENCES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
}
