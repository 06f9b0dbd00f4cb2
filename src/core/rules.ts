import type { OWN_PICTURES, QUOTA_SUBJECTS } from './names/index.js';
import type { Scope } from './people.js';

/** What a user set for all own requests; absent fields follow the defaults. */
export interface UserSettings {
  count?: number;
  variety?: number;
  guidance?: number;
  steps?: number;
  recall?: number;
  showLatents?: boolean;
  isPrivate?: boolean;
  /** BCP 47 tag; overrides what the platform tells. */
  locale?: string;
}

/** Rules of a space, or of one channel of it (which overrides the space's field by field). */
export interface Policy {
  /** Whether people may ask for pictures here. */
  isEnabled?: boolean;
  /** Results are posted behind a spoiler. */
  isSpoiler?: boolean;
  /** All results are private. */
  isPrivate?: boolean;
  /** Distinct people whose 🔁 rerolls another's grid, 1–50; 1 lets anybody. */
  rerollVotes?: number;
  /** What may paint here, by the names that people choose it by; none for all that the host has. */
  models?: string[];
  /** What of it paints where nobody chooses; empty for the host's, or else the first. */
  usualModel?: string;
  /** Who may bring pictures along: emoji, attachments, saved things. */
  ownPictures?: (typeof OWN_PICTURES)[number];
  /** Terms blocked here besides the built-in list. */
  blocked?: string[];
  /** Terms allowed here although the built-in list has them. */
  allowed?: string[];
  /** Whether the built-in list applies. */
  useBuiltInBlocklist?: boolean;
  /** Days that grids are kept for; 0 as long as the host keeps them, who may set fewer. */
  keepDays?: number;
}

/** Limits of one subject; an absent field sets no limit of its own. */
export interface QuotaLimits {
  /** Images painted a day, ≥ 0. */
  imagesPerDay?: number;
  /** Generations waiting or running at a time, ≥ 0. */
  inFlight?: number;
  /** What the pictures of a day may cost, in thousandths of the host's unit, ≥ 0. */
  costPerDay?: number;
}

/** Whom a quota policy is for. `default` is each user of the space who has no policy of their own. */
export type QuotaSubject = (typeof QUOTA_SUBJECTS)[number];

export interface QuotaPolicy extends QuotaLimits {
  subject: QuotaSubject;
  /** User, role or channel id; empty for `default` and `space`. */
  subjectId: string;
}

/** What of a day's quota is spent. */
export interface QuotaUsage {
  /** Images charged less those refunded since the last reset. */
  images: number;
  /** Extra images granted until the next reset. */
  granted: number;
  /** Generations waiting or running. */
  inFlight: number;
  /** What these images cost, in thousandths of the host's unit. */
  cost: number;
}

/** A picture that nobody may bring along. */
export interface BlockedPicture {
  /** How it looks: `perceptualHashes`. */
  hash: string;
  /** What its file was called. */
  name: string;
  createdAt: Date;
}

/** An action of an admin or moderator that changed what others may do or have. */
export interface AuditEntry {
  scope: Scope;
  actorId: string;
  actorName: string;
  /** Such as `quota.set`, `policy.set`, `generation.delete`. */
  action: string;
  /** Whom or what it was done to. */
  subject: string;
  before: unknown;
  after: unknown;
  at: Date;
}
