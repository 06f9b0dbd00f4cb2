import type { Draft } from '../engine/draft/index.js';
import type { LatentKind, Latents } from '../engine/latents/index.js';
import type { SamplerName } from '../engine/requests/index.js';

export const PLATFORMS = ['discord', 'slack', 'terminal'] as const;
/** A chat platform that people talk to the bot on. */
export type Platform = (typeof PLATFORMS)[number];

/** A person as rules, settings and grids know one. */
export interface Person {
  platform: Platform;
  /**
   * Within which ids of people are told apart. Slack's are of a workspace (of an organisation where the app is
   * installed for all of it), so that the same id elsewhere is somebody else; those of Discord and of the terminal are
   * of the whole platform, whose name it is.
   */
  realm: string;
  /** The platform's own user id. */
  userId: string;
}

declare const MADE_HERE: unique symbol;

/**
 * What rules, quotas, saved pins and records are kept under: one space, or one person's own conversations with the bot.
 * Only `scopeOf` (access/scope.ts) makes one, so that nothing is ever kept under a key that many spaces or people
 * share.
 */
export interface Scope {
  readonly platform: Platform;
  readonly key: string;
  readonly [MADE_HERE]: true;
}

/**
 * Where people are when they do something.
 * - `space`: a channel or thread of a space that has the bot
 * - `direct`: a conversation of one person with the bot
 * - `guest`: several people without a space that has the bot: a group, or a server that somebody brought the bot along
 *   to
 */
export type Place = 'space' | 'direct' | 'guest';

/**
 * Who may read what is posted in a conversation: everybody of its space, chosen people of it, one person, or whoever is
 * in a conversation without a space.
 */
export type Audience = 'open' | 'closed' | 'direct' | 'guest';

/** A channel of a space, or a thread in it. */
export interface Conversation {
  spaceId: string;
  /** The channel; a thread's is its parent. */
  channelId: string;
  /** The thread, or else the channel. */
  conversationId: string;
}

/** What a person may do in a conversation. */
export interface Rights {
  mayRead: boolean;
  /** Delete and cancel what others asked for there. */
  mayModerate: boolean;
}

/** What a platform knows of the channels of a person; asked only when it matters. What it cannot tell counts as no. */
export interface ChannelAccess {
  /** Whether everybody of the space may read the conversation that the person is in. */
  isOpen(): Promise<boolean>;
  /** What the person may do in another conversation of the same realm. */
  rightsIn(conversation: Conversation): Promise<Rights>;
}

/**
 * Who does something, and where: all that rules, quotas and texts depend on. Built afresh by the adapter for each
 * event.
 */
export interface Actor extends Person {
  /** For people to read, in audits; never used to decide. */
  userName: string;
  place: Place;
  /** Discord guild or Slack workspace; null outside spaces. */
  spaceId: string | null;
  /** The channel that policies and quotas are of; a thread's is its parent. */
  channelId: string;
  /** The thread, or else the channel. */
  conversationId: string;
  channels: ChannelAccess;
  /** Roles (Discord) or user groups (Slack) that the user has in the space. */
  roleIds: readonly string[];
  /**
   * May set quotas and policies of the space: Discord's Manage Server, a Slack admin or owner, the person at the
   * terminal.
   */
  isAdmin: boolean;
  /** May delete and cancel what others asked for in this conversation: Discord's Manage Messages, a Slack admin. */
  isModerator: boolean;
  /** BCP 47 tag of the user's language as the platform tells it. */
  locale: string;
}

/** How a generation came about. */
export type GenerationOrigin =
  | 'imagine'
  | 'plan'
  | 'paint'
  | 'reroll'
  | 'reroll_cell'
  | 'edit'
  | 'splice'
  | 'variations'
  | 'replay';

/**
 * `queued → planning → painting → done`; a plan-only generation ends in `planned`. `failed`, `cancelled` and `deleted`
 * are final too.
 */
export type GenerationStatus =
  | 'queued'
  | 'planning'
  | 'painting'
  | 'planned'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'deleted';

/** How one latent of a cell was decided. `kept`: taken over from the parent's cell. */
export type LatentOrigin = 'sampled' | 'pinned' | 'edited' | 'kept';

/** What was asked for; fields that are absent are the bundle's defaults. */
export interface GenerationSettings {
  /** In `RANGES.count`. */
  count: number;
  /** In `RANGES.variety`. */
  variety: number;
  /** In `RANGES.seed`, always known: drawn when nobody gave one. */
  seed: number;
  guidance?: number;
  steps?: number;
  sampler?: SamplerName;
  /** Latent kinds to use; all of the bundle when absent. */
  kinds?: LatentKind[];
  /** How much memory says, in `RANGES.recall`. */
  recall?: number;
  /** One of the bundle's styles, over what the prompt says. */
  style?: string;
  /** What is not wanted, in words. */
  without?: string;
  /**
   * BCP 47 tag of who asked for the first grid of the line: what the prompt's words mean there, they mean in all that
   * is made of it.
   */
  locale?: string;
  /** Draw boxes, blobs and palette on the grid. */
  showLatents: boolean;
  /** Only the requester sees the result. */
  isPrivate: boolean;
  /** The result is hidden behind a spoiler until clicked. */
  isSpoiler: boolean;
}

/** Latents as they were stored, perhaps with another bundle than today's. */
export interface StoredLatents {
  latents: Latents;
  /**
   * The visual tokenizer that the visual tokens are of, as `visualTokenizerOf` names it; null for what was stored
   * before that was recorded, whose bundle is not known.
   */
  visualTokenizer: string | null;
}

/** A latent from another bundle that this one cannot take as it was: not at all, or only a part of it. */
export interface Lost {
  kind: LatentKind;
  how: 'dropped' | 'shortened';
}

/** What a task gives to its cell. */
interface GivenToCell {
  given: Latents;
  origins: Partial<Record<LatentKind, LatentOrigin>>;
  /** As in `StoredLatents`; absent for null. */
  visualTokenizer?: string | null;
  /** What more it was to be given, but could not. */
  lost?: readonly Lost[];
  /** Artwork and looks to keep: the planner fits them to what is given. */
  draft?: Draft;
  /** The cell's own prompt, where the generation's has alternatives. */
  prompt?: string;
}

/**
 * What the worker does for one cell.
 * - `keep`: take over picture, seed and latents of cell `from` of the parent
 * - `sample`: sample the kinds that `given` lacks, conditioned on it, then paint; with `seed`, from that noise
 * - `paint`: `given` is complete; only the noise, from `seed`, is new
 */
export type CellTask =
  | { mode: 'keep'; from: number }
  | ({ mode: 'sample'; seed?: number } & GivenToCell)
  | ({ mode: 'paint'; seed: number } & GivenToCell);

/** A latent that a rule made the worker sample again. */
export interface Resampled {
  kind: LatentKind;
  /** The rule's own words: the blocked term. */
  rule: string;
}

/** One cell as planned or painted. */
export interface Cell extends StoredLatents {
  /** From 0; people see it from 1. */
  index: number;
  /** Seed of the cell's diffusion noise. */
  seed: number;
  origins: Partial<Record<LatentKind, LatentOrigin>>;
  /**
   * Key of the picture (transparent PNG at the model's own size, with metadata) in the blob store; null while
   * unpainted.
   */
  imageKey: string | null;
  /** Latents that were sampled again because of the blocklist. */
  resampled: Resampled[];
  /** What its task was to give it, but could not. */
  lost: Lost[];
  /** What memory recalled for it; null where the prior sampled freely. */
  draft: Draft | null;
  /** Its own prompt, where the generation's has alternatives (`{red|blue} fox`); null where it is the generation's. */
  prompt: string | null;
}

/** Why a generation failed: a code that the chat side turns into words, with its data. */
export interface Failure {
  code: string;
  /** Fallback text for people when the catalogue has none for the code. */
  message: string;
  data: Record<string, unknown>;
}

/** One grid and how it came about. */
export interface Generation {
  /** 12 characters of Crockford's base 32 in lower case. */
  id: string;
  parentId: string | null;
  /** First generation of the lineage; its own id when it has no parent. */
  rootId: string;
  origin: GenerationOrigin;
  status: GenerationStatus;
  platform: Platform;
  /** As of `Person`. */
  realm: string;
  userId: string;
  spaceId: string | null;
  channelId: string;
  /** The thread that it was asked for in, or else the channel. */
  conversationId: string;
  /** Who could read there when it was asked for. */
  audience: Audience;
  prompt: string;
  settings: GenerationSettings;
  tasks: CellTask[];
  /** Blocked terms that applied when it was accepted; the worker checks sampled latents against them. */
  blocklist: string[];
  /** Empty until planned. */
  cells: Cell[];
  /** Vendi score of the plans, 1–count; null until planned. */
  vendi: number | null;
  /** Plans that the cells were chosen from; null until planned. */
  candidates: number | null;
  /** Memory had nothing new left for it: a cell looks like one that was shown before in its line. */
  isExhausted: boolean;
  /** Key of the rendered grid (PNG) in the blob store. */
  gridKey: string | null;
  failure: Failure | null;
  /** Set when cancelling was asked for while it ran; the worker stops at the next step. */
  cancelRequestedAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/**
 * Something of a generation that is kept in its next reroll.
 * - cell and no kind: the whole cell stays as it is
 * - cell and kind: that cell's value of the kind goes to every cell that is rerolled; with `isLocal`, to that cell
 *   alone
 * - kind and no cell: each cell keeps its own value of the kind
 */
export interface Pin {
  /** Index from 0, or null. */
  cell: number | null;
  kind: LatentKind | null;
  /** Only with both. */
  isLocal?: boolean;
}

/** Latents that a user, or an admin for a whole space, saved under a name. */
export interface SavedPin extends StoredLatents {
  name: string;
  owner: 'user' | 'space';
  createdAt: Date;
}

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
  /** Terms blocked here besides the built-in list. */
  blocked?: string[];
  /** Terms allowed here although the built-in list has them. */
  allowed?: string[];
  /** Whether the built-in list applies. */
  useBuiltInBlocklist?: boolean;
}

/** Limits of one subject; an absent field sets no limit of its own. */
export interface QuotaLimits {
  /** Images painted a day, ≥ 0. */
  imagesPerDay?: number;
  /** Generations waiting or running at a time, ≥ 0. */
  inFlight?: number;
}

/** Whom a quota policy is for. `default` is each user of the space who has no policy of their own. */
export type QuotaSubject = 'default' | 'user' | 'role' | 'channel' | 'space';

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
}

/** Where a platform shall show a generation; opaque to core and store, a JSON object that the adapter wrote. */
export type Address = Readonly<Record<string, unknown>>;

/** A message that shows a generation. */
export interface MessageRef {
  /** Channel, or DM, that the message is in. */
  channelId: string;
  /** Discord message id, Slack `ts`. */
  messageId: string;
}

/** The outbox row of a generation: where it is to be shown, and whether that has happened. */
export interface Delivery {
  id: string;
  generationId: string;
  platform: Platform;
  address: Address;
  /** The message once there is one; edits go there. */
  message: MessageRef | null;
  attempts: number;
}

/** What a worker tells while it works. */
export interface Progress {
  generationId: string;
  phase: 'planning' | 'painting';
  /** Steps done and in all, of the phase. */
  step: number;
  steps: number;
  /** Key of a small preview (PNG) in the blob store, null while there is none. */
  previewKey: string | null;
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

/** A work of somebody's that memory recalled for a picture. */
export interface Artwork {
  /** What it shows, by its caption name. */
  thing: string;
  /** Its slug in the bundle's `things.json`. */
  picture: string;
  /** The collection that it is from, its author and licence; absent where the bundle does not say. */
  set?: string;
  author?: string;
  licence?: string;
  /** Where it can be had. */
  source?: string;
}
