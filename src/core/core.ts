import type { Aspect } from '../engine/basics/index.js';
import type { PictureDescription } from '../engine/describe/index.js';
import type { LatentKind, Latents } from '../engine/latents/index.js';
import type { SamplerName } from '../engine/requests/index.js';
import type { Accepted, HistoryQuery, KeptOf, PainterNote, QueuePosition, ThingRoom } from './ports.js';
import type {
  Actor,
  Address,
  ArtworkCredit,
  AuditEntry,
  BlockedPicture,
  Cell,
  Generation,
  MessageRef,
  Pin,
  Policy,
  QuotaLimits,
  QuotaPolicy,
  QuotaSubject,
  QuotaUsage,
  SavedPin,
  SavedThing,
  UserSettings,
} from './types.js';

/** Where a new generation shall be shown, and what keeps a retried event from asking twice. */
export interface Origin {
  address: Address;
  /** Such as the platform's event or interaction id; null when every call is meant. */
  idempotencyKey: string | null;
  /**
   * What the actor said of this one grid: that it be private, or that it be not, even if it is made of a private one.
   */
  isPrivate?: boolean | undefined;
}

/** What `/imagine` takes; absent fields follow the user's settings, then the bundle's defaults. */
export interface ImagineInput {
  prompt: string;
  count?: number;
  variety?: number;
  guidance?: number;
  steps?: number;
  sampler?: SamplerName;
  seed?: number;
  kinds?: string[];
  /** How much memory says, in `RANGES.recall`. */
  recall?: number;
  /** How much stays of a picture that painting begins from, in `RANGES.strength`; `recall` says nothing then. */
  strength?: number;
  /** One of the bundle's styles. */
  style?: string;
  /** What is not wanted, in words. */
  without?: string;
  /** One of those that paint, or `kaleido`; default: the usual one. Packs are painted by Kaleido itself. */
  model?: string;
  /** Shape of the pictures; default: that of a code among the pins, else square. */
  aspect?: Aspect;
  /** `kind=value`, `code=…` or the name of a saved pin, as people wrote them. */
  pins?: string[];
  /** A latent code that every cell keeps. */
  code?: string;
  showLatents?: boolean;
  isPrivate?: boolean;
  /** Pictures to draw things by, whose names the prompt says. */
  own?: readonly BroughtPicture[];
  /** Of a pack: moods with commas between them, empty for the usual ones; no pack when absent. */
  moods?: string;
  /** Of a pack: each picture moves, too. */
  isMoving?: boolean;
  /** Sample latents only; `paint` paints the chosen ones later. */
  isPlanOnly?: boolean;
}

/** A picture that somebody brings along. */
export interface BroughtPicture {
  /** `nameOf` makes one of what an emoji or a file is called. */
  name: string;
  /** Its file, which may be anything. */
  bytes: Uint8Array;
  /** It has no face of its own. */
  isFaceless?: boolean;
  /** Painting is to begin from all of it; no prompt names it. */
  isWhole?: true;
}

export interface AcceptedNow extends Accepted {
  position: QueuePosition;
}

/** A picture that is made larger, or was so before. */
export interface Upscaled {
  generation: Generation;
  /** Null where it was asked for before. */
  accepted: AcceptedNow | null;
}

/** What a user may still do today. */
export interface QuotaReport {
  usage: QuotaUsage;
  /** The limits that bind, each from the policy that sets it. */
  limits: { subject: QuotaSubject; subjectId: string; limits: QuotaLimits }[];
  /** When the day's quota starts afresh, and in which time zone that is midnight. */
  resetsAt: Date;
  timeZone: string;
  /** What prices are in; null where everything is free. */
  unit: string | null;
}

/** A group of things that the bundle knows. */
export interface ThingGroup {
  name: string;
  /** For people to read. */
  title: string;
  count: number;
}

/** Things of a list, a page of them. Things go by the names that people are shown. */
export interface ThingsPage {
  names: string[];
  /** From 1. */
  page: number;
  pages: number;
}

/** One picture to hand out. */
export interface Picture {
  file: Buffer;
  /** File name with extension, safe on every system. */
  name: string;
  /** The cell's description latent, or the prompt. */
  altText: string;
}

/** What to make of a cell for a platform. */
export type PictureUse = 'full' | 'emoji' | 'sticker';

/**
 * The use cases: each checks who may do it, refuses with a CoreError, and changes the store in one transaction. Cells
 * are indices from 0. A use case that makes a child generation charges its own images and is refused while the parent
 * is unfinished.
 */
export interface Core {
  imagine(actor: Actor, input: ImagineInput, origin: Origin): Promise<AcceptedNow>;
  /** Samples every cell again but what is pinned. */
  rerollAll(actor: Actor, id: string, origin: Origin): Promise<AcceptedNow>;
  /** Samples one cell again, keeping its pinned kinds; the others stay. */
  rerollCell(actor: Actor, id: string, cell: number, origin: Origin): Promise<AcceptedNow>;
  /** The same with several cells. */
  rerollCells(actor: Actor, id: string, cells: readonly number[], origin: Origin): Promise<AcceptedNow>;
  /** Fixes `kind` of `cell` to what a person wrote, and fits what follows from it. The other cells stay. */
  edit(actor: Actor, id: string, cell: number, kind: LatentKind, text: string, origin: Origin): Promise<AcceptedNow>;
  /** Takes each kind from the cell given for it and samples the rest, into one cell. The others stay. */
  splice(actor: Actor, id: string, parts: Partial<Record<LatentKind, number>>, origin: Origin): Promise<AcceptedNow>;
  /** The same latents with new noise. */
  variations(actor: Actor, id: string, cell: number, origin: Origin): Promise<AcceptedNow>;
  /**
   * Makes one picture larger, where what painted it can.
   * @param scale how many times as long its sides are to be, in `RANGES.upscale`
   */
  upscale(actor: Actor, id: string, cell: number, scale: number, origin: Origin): Promise<Upscaled>;
  /** Whether pictures of a generation can be made larger where the actor is. */
  isUpscalable(actor: Actor, generation: Pick<Generation, 'status' | 'origin' | 'settings'>): Promise<boolean>;
  /** Paints chosen cells of a planned generation. */
  paint(actor: Actor, id: string, cells: readonly number[], origin: Origin): Promise<AcceptedNow>;
  /**
   * Asks again for what a failed or cancelled generation was asked for: the same prompt, settings, parent and tasks.
   */
  retry(actor: Actor, id: string, origin: Origin): Promise<AcceptedNow>;
  /** A new grid whose every cell keeps the given cell's latents of `kinds`; the prompt may be another one. */
  useLatents(
    actor: Actor,
    id: string,
    cell: number,
    kinds: readonly LatentKind[],
    input: ImagineInput,
    origin: Origin,
  ): Promise<AcceptedNow>;

  pins(actor: Actor, id: string): Promise<Pin[]>;
  pin(actor: Actor, id: string, pin: Pin): Promise<Pin[]>;
  unpin(actor: Actor, id: string, pin: Pin): Promise<Pin[]>;
  /** A vote to reroll; the requester's own counts as enough. `accepted` when the reroll was made by it. */
  voteReroll(
    actor: Actor,
    id: string,
    cell: number | null,
    isFor: boolean,
    origin: Origin,
  ): Promise<{ votes: number; needed: number; accepted: AcceptedNow | null }>;

  /**
   * Remembers or forgets an emoji that the actor put on a grid (a vote `mark:<emoji>`); returns the actor's emoji on it
   * now. Some mean something only together, such as a pin and a number.
   */
  mark(actor: Actor, id: string, emoji: string, isOn: boolean): Promise<string[]>;

  /** The generation, if the actor may see it. */
  show(actor: Actor, id: string): Promise<Generation>;
  /** What goes before a generation that waits; null for any other. */
  queuePosition(actor: Actor, id: string): Promise<QueuePosition | null>;
  findByMessage(actor: Actor, message: MessageRef): Promise<Generation | null>;
  history(actor: Actor, query: Pick<HistoryQuery, 'limit' | 'before'> & { mine: boolean }): Promise<Generation[]>;
  /** The latent code of a cell. */
  code(actor: Actor, id: string, cell: number): Promise<string>;
  /** Latents of a code, read with the bundle. */
  readCode(code: string): Latents;
  /** What memory recalled for a cell, with authors and licences; empty where the prior drew freely. */
  artworks(cell: Pick<Cell, 'draft'>): ArtworkCredit[];
  /** Side of the bundle's pictures in pixels, which plain numbers in latents count when people write or read them. */
  pictureSide(): number;
  picture(actor: Actor, id: string, cell: number, use: PictureUse): Promise<Picture>;
  /** What the pictures of a pack are called, by their cells: `fox_crying`. */
  packNames(generation: Generation): string[];
  /**
   * Cells of a pack as emoji and stickers, with a sheet, licences and names, in one file.
   * @param heading over the licences
   */
  packZip(actor: Actor, id: string, cells: readonly number[], heading: string): Promise<Picture>;
  /** The rendered grid; null while there is none. */
  grid(actor: Actor, id: string): Promise<Picture | null>;
  cancel(actor: Actor, id: string): Promise<'cancelled' | 'stopping'>;
  /** The requester's newest unfinished generation here, for `/cancel` without an id. */
  newestUnfinished(actor: Actor): Promise<Generation | null>;
  /** The generation, if the actor may delete it. */
  deletable(actor: Actor, id: string): Promise<Generation>;
  /** @returns what was deleted, as it was */
  delete(actor: Actor, id: string): Promise<Generation>;

  /** The groups of things that the bundle knows, in its order. */
  thingGroups(): ThingGroup[];
  /** A page of the things of a group. */
  thingsOf(group: string, page: number): ThingsPage;
  /** A page of the things that fit some words in any language that prompts are read in, the likeliest first. */
  findThings(actor: Actor, search: string, page: number): ThingsPage;
  /** A picture of things by the names of a page. */
  thingsSheet(names: readonly string[]): Promise<Picture>;
  /** What a prompt that is being typed may go on as: the whole of it, ending in things or moods. */
  completions(typed: string, most: number): string[];

  /** What is kept of the actor. */
  keptOf(actor: Actor): Promise<KeptOf>;
  /**
   * Forgets the actor: grids with their pictures and messages, saved pins, settings, votes, names on record.
   * @returns what was kept until now
   */
  forget(actor: Actor): Promise<KeptOf>;

  savedPins(actor: Actor): Promise<SavedPin[]>;
  /** @param kinds which of the cell's latents; all when empty. `owner: 'space'` asks for an admin. */
  savePin(
    actor: Actor,
    name: string,
    from: { id: string; cell: number; kinds: readonly LatentKind[] },
    owner: SavedPin['owner'],
  ): Promise<SavedPin>;
  deletePin(actor: Actor, name: string, owner: SavedPin['owner']): Promise<void>;

  /** The actor's own, then those that admins keep for the space. */
  savedThings(actor: Actor): Promise<SavedThing[]>;
  /** Keeps a picture under a name that no other has. `owner: 'space'` asks for an admin. */
  addThing(actor: Actor, thing: BroughtPicture & Pick<SavedThing, 'owner'>): Promise<SavedThing>;
  /** How much one owner may keep. */
  thingRoom(owner: SavedThing['owner']): ThingRoom;
  renameThing(actor: Actor, from: string, to: string, owner: SavedThing['owner']): Promise<void>;
  removeThing(actor: Actor, name: string, owner: SavedThing['owner']): Promise<void>;

  /**
   * What a picture shows. Nothing is charged, and nothing of it is kept.
   * @param bytes a file, which may be anything
   */
  describe(actor: Actor, bytes: Uint8Array): Promise<PictureDescription>;

  /** Pictures that nobody may bring along here, for admins; the newest first. */
  blockedPictures(actor: Actor): Promise<BlockedPicture[]>;
  /** Blocks what looks like a picture from now on. */
  blockPicture(actor: Actor, picture: Pick<BroughtPicture, 'name' | 'bytes'>): Promise<void>;
  /** Blocks the pictures that people brought to a grid. @returns what they are called */
  blockPicturesOf(actor: Actor, id: string): Promise<string[]>;
  unblockPicture(actor: Actor, hash: string): Promise<void>;

  settings(actor: Actor): Promise<UserSettings>;
  setSettings(actor: Actor, change: Partial<UserSettings>): Promise<UserSettings>;

  quota(actor: Actor, userId?: string): Promise<QuotaReport>;
  quotaPolicies(actor: Actor): Promise<QuotaPolicy[]>;
  setQuota(actor: Actor, policy: QuotaPolicy): Promise<void>;
  removeQuota(actor: Actor, subject: Pick<QuotaPolicy, 'subject' | 'subjectId'>): Promise<void>;
  /** @param idempotencyKey of the event that asks for it: a retried one grants nothing more; null for none */
  grantQuota(actor: Actor, userId: string, images: number, idempotencyKey: string | null): Promise<void>;
  resetQuota(actor: Actor, userId: string): Promise<void>;
  /** @param zone null for the host's again */
  setTimeZone(actor: Actor, zone: string | null): Promise<void>;

  /** The policy that holds in the actor's channel, channel over space over default. */
  policy(actor: Actor): Promise<Required<Policy>>;
  /** What may paint in the actor's channel. */
  models(actor: Actor): Promise<ModelChoice>;
  /** What is set for the space, or for one of its channels, itself: what is absent is inherited. */
  ownPolicy(actor: Actor, scope: 'space' | 'channel', channelId?: string): Promise<Policy>;
  /** Changes the fields that are there; those that are there as `undefined` are inherited again. */
  setPolicy(actor: Actor, scope: 'space' | 'channel', change: Policy, channelId?: string): Promise<void>;
  /** Newest first. @param skip of the newest ones, for later pages; 0 when absent */
  audit(actor: Actor, limit: number, skip?: number): Promise<AuditEntry[]>;
  status(actor: Actor): Promise<CoreStatus>;
  /** What the service is and holds, for anybody. */
  about(actor: Actor): Promise<CoreAbout>;
}

/** What may paint somewhere, by the names that people choose it by. */
export interface ModelChoice {
  /** All that the host has, the usual one first; none where there is no choice, as Kaleido alone paints. */
  offered: string[];
  /** Those that may be chosen there; at least one where any are offered. */
  allowed: string[];
  /** What paints where nobody chooses. */
  usual: string;
}

/** What `/about` tells. */
export interface CoreAbout {
  version: string;
  /** Of the program, an SPDX name. */
  licence: string;
  model: { name: string; licence: string };
  /** What the model's memory holds. */
  artwork: Required<Pick<ArtworkCredit, 'set' | 'author' | 'licence'>>[];
  /** Days that grids are kept for where the actor is; null until somebody deletes them. */
  keepDays: number | null;
  /** Who may bring pictures there. */
  ownPictures: Required<Policy>['ownPictures'];
}

/** What `/admin status` tells. */
export interface CoreStatus {
  version: string;
  bundle: string;
  /** Of the bundle. */
  licence: string;
  /** What paints beside Kaleido itself, the usual one first, as far as a worker has said what it is. */
  painters: (Pick<PainterNote, 'name'> & Partial<PainterNote>)[];
  waiting: number;
  active: number;
  /** Until all that waits now should be done; null before any duration was measured. */
  etaSeconds: number | null;
}
