import type { Manifest } from '../bundle/manifest.js';
import type { PaintRequest } from '../types.js';

/** What a paint request may leave to the bundle. */
type PaintOptions = Pick<PaintRequest, 'sampler' | 'steps' | 'guidance' | 'guidanceRule' | 'guidanceInterval' | 'cads'>;

/** How to paint, every choice made. */
export type PaintSettings = Required<Pick<PaintOptions, 'sampler' | 'steps' | 'guidance' | 'guidanceRule'>> &
  Pick<PaintOptions, 'guidanceInterval' | 'cads'>;

/** Fills in the bundle's `defaults`; plain classifier-free guidance where the bundle names no rule. */
export function paintSettings(options: PaintOptions, defaults: Manifest['defaults']): PaintSettings {
  return {
    sampler: options.sampler ?? defaults.sampler,
    steps: options.steps ?? defaults.steps,
    guidance: options.guidance ?? defaults.guidance,
    guidanceRule: options.guidanceRule ?? defaults.guidance_rule ?? 'cfg',
    guidanceInterval: options.guidanceInterval ?? defaults.guidance_interval,
    cads: options.cads,
  };
}
