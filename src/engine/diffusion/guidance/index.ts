import type { GuidanceName } from '../../requests/index.js';
import { createApg } from './apg.js';
import { createCfg } from './cfg.js';
import type { GuidanceRule } from './rule.js';

/** Every guidance rule by the name that requests use. */
export const GUIDANCE_RULES: Readonly<Record<GuidanceName, () => GuidanceRule>> = {
  cfg: createCfg,
  apg: createApg,
};
export { cadsGamma, noiseCondition } from './cads.js';
export { guidesAt } from './interval.js';
export type { GuidanceRule } from './rule.js';
