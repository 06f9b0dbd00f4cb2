import type { NoiseConfig } from './config.js';

type Spacing = NonNullable<NoiseConfig['timestep_spacing']>;

/** Which timesteps a spacing gives. */
export interface Spaced {
  /** One more is spaced, and the one of least noise left out: the solver ends at none itself. */
  leavesOutLast?: boolean;
  /** Where the configuration says none. */
  usually: Spacing;
}

/**
 * `steps` timesteps in falling order (Lin et al. 2305.08891, Table 2): `linspace` and `trailing` begin at the noisiest,
 * `leading` a stride below it.
 */
export function spacedTimesteps(
  { num_train_timesteps: all, timestep_spacing, steps_offset }: NoiseConfig,
  steps: number,
  { leavesOutLast = false, usually }: Spaced,
): number[] {
  const left = leavesOutLast ? 1 : 0;
  const points = steps + left;
  const at: Record<Spacing, (i: number) => number> = {
    linspace: (i) => (points === 1 ? all - 1 : ((points - 1 - i) * (all - 1)) / (points - 1)),
    leading: (i) => (points - 1 - i) * Math.floor(all / points) + steps_offset,
    trailing: (i) => toEven(all - (i * all) / steps) - 1,
  };
  return Array.from({ length: steps }, (_, i) => at[timestep_spacing ?? usually](i));
}

/** The nearest whole number, of two the even one. */
export function toEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
