import { USUAL_GUIDANCE_RULE } from '../guidance/index.js';
import type { Manifest } from '../manifest/index.js';
import { recallSettings } from './recall-settings.js';
import type { PaintRequest } from './types.js';

/** What a paint request may leave to the bundle. */
type PaintOptions = Pick<PaintRequest, 'sampler' | 'steps' | 'guidance' | 'guidanceRule' | 'guidanceInterval' | 'cads'>;

/** How to paint, every choice made. */
export type PaintSettings = Required<Pick<PaintOptions, 'sampler' | 'steps' | 'guidance' | 'guidanceRule'>> &
  Pick<PaintOptions, 'guidanceInterval' | 'cads'>;

/**
 * Fills in what recall says of a cell that begins with a draft, and for the rest the bundle's `defaults`;
 * `USUAL_GUIDANCE_RULE` where the bundle names no rule.
 * @param recall of the cell's draft, in `RANGES.recall`; 0 of a cell without one
 */
export function paintSettings(options: PaintOptions, defaults: Manifest['defaults'], recall = 0): PaintSettings {
  const recalled = recallSettings(recall);
  return {
    sampler: options.sampler ?? defaults.sampler,
    steps: options.steps ?? recalled.steps ?? defaults.steps,
    guidance: options.guidance ?? recalled.guidance ?? defaults.guidance,
    guidanceRule: options.guidanceRule ?? defaults.guidance_rule ?? USUAL_GUIDANCE_RULE,
    guidanceInterval: options.guidanceInterval ?? defaults.guidance_interval,
    cads: options.cads,
  };
}
