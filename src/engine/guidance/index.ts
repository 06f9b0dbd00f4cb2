import { namesOf } from '../basics/index.js';
import { createApg } from './apg.js';
import { createCfg } from './cfg.js';
import type { GuidanceRule } from './rule.js';

/**
 * Every guidance rule by the name that requests, manifests and records use. A line here is all that a new one needs
 * beside its file.
 */
export const GUIDANCE_RULES = {
  cfg: createCfg,
  apg: createApg,
} as const satisfies Readonly<Record<string, () => GuidanceRule>>;

/**
 * How the guided prediction is formed: plain classifier-free guidance, or adaptive projected guidance for a high scale.
 */
export type GuidanceName = keyof typeof GUIDANCE_RULES;
export const GUIDANCE_NAMES = namesOf(GUIDANCE_RULES);
/** Where neither request nor bundle names one. */
export const USUAL_GUIDANCE_RULE: GuidanceName = 'cfg';
export { CADS_TIMES, type CadsOptions, cadsGamma, noiseCondition } from './cads.js';
export { guidesAt } from './interval.js';
export type { GuidanceRule } from './rule.js';
