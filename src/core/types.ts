/** What core speaks of, by subject. */
export type { ArtworkCredit, Cell, CellTask, LatentOrigin, Lost, Resampled, SavedPin, StoredLatents } from './cells.js';
export type { Address, Delivery, MessageRef, Progress } from './deliveries.js';
export type {
  Failure,
  Generation,
  GenerationOrigin,
  GenerationSettings,
  GenerationStatus,
  Pin,
} from './generations.js';
export type { OwnPicture, SavedThing } from './own-pictures.js';
export type { Actor, Audience, ChannelAccess, Conversation, Person, Place, Platform, Rights, Scope } from './people.js';
export type {
  AuditEntry,
  BlockedPicture,
  Policy,
  QuotaLimits,
  QuotaPolicy,
  QuotaSubject,
  QuotaUsage,
  UserSettings,
} from './rules.js';
