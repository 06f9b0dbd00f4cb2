/*
 * Names that rows of the database hold. They stand here and nowhere else: the types, which say what each means, and the
 * schemas that rows are read by are derived from them.
 */

export const GENERATION_ORIGINS = [
  'imagine',
  'plan',
  'paint',
  'reroll',
  'reroll_cell',
  'edit',
  'splice',
  'variations',
  'upscale',
  'replay',
] as const;

export const GENERATION_STATUSES = [
  'queued',
  'planning',
  'painting',
  'planned',
  'done',
  'failed',
  'cancelled',
  'deleted',
] as const;

export const AUDIENCES = ['open', 'closed', 'direct', 'guest'] as const;

export const LATENT_ORIGINS = ['sampled', 'pinned', 'edited', 'kept'] as const;

export const WAYS_LOST = ['dropped', 'shortened', 'without_picture'] as const;

/** Who somebody is who asked to be forgotten. */
export const FORGOTTEN = '–';

export const QUOTA_SUBJECTS = ['default', 'user', 'role', 'channel', 'space'] as const;

export const OWN_PICTURES = ['off', 'members', 'admins'] as const;
