import type { Aspect } from '../engine/basics/index.js';
import type { PictureDescription } from '../engine/describe/index.js';
import type { Draft } from '../engine/draft/index.js';
import type {
  Actor,
  Address,
  Audience,
  AuditEntry,
  BlockedPicture,
  Cell,
  CellTask,
  Delivery,
  Failure,
  Generation,
  GenerationOrigin,
  GenerationSettings,
  MessageRef,
  Person,
  Pin,
  Platform,
  Policy,
  Progress,
  QuotaLimits,
  QuotaPolicy,
  QuotaSubject,
  QuotaUsage,
  SavedPin,
  SavedThing,
  Scope,
  UserSettings,
} from './types.js';

/** What a request would cost, and everything that bears on whether it may be paid. */
export interface QuotaQuestion {
  actor: Pick<Actor, 'userId' | 'roleIds' | 'channelId'>;
  /** Images that the request would paint. */
  images: number;
  /** What they would cost, in thousandths of the host's unit. */
  cost: number;
  /** Policies of the actor's space. */
  policies: readonly QuotaPolicy[];
  /** Of the user in this space. */
  user: QuotaUsage;
  /** Of everybody in the channel and in the space; `granted` is 0 there. */
  channel: QuotaUsage;
  space: QuotaUsage;
}

export type QuotaDecision =
  | { isAllowed: true }
  | {
      isAllowed: false;
      /** Whose limit it is. */
      subject: QuotaSubject;
      limit: keyof QuotaLimits;
      /** The limit, grants included. */
      allowed: number;
      used: number;
    };

/** A request that passed every rule but the quota. */
export interface AcceptRequest {
  id: string;
  parentId: string | null;
  rootId: string;
  origin: GenerationOrigin;
  actor: Actor;
  /** Who can read what is asked for there. */
  audience: Audience;
  prompt: string;
  settings: GenerationSettings;
  tasks: CellTask[];
  blocklist: string[];
  /** Images to charge: cells that will be painted; 0 for a plan. */
  images: number;
  /** What they cost, in thousandths of the host's unit. */
  cost: number;
  /** Start of the running quota day: the last midnight in the space's time zone. Usage is counted from then. */
  since: Date;
  /** Pins that the new generation starts with. */
  pins: readonly Pin[];
  /** Where it is to be shown. */
  address: Address;
  /** Accepting twice with the same key (a retried event, a double click) returns the first generation. */
  idempotencyKey: string | null;
}

export interface Accepted {
  generation: Generation;
  delivery: Delivery;
  /** False when the idempotency key was known: nothing was charged or created. */
  isNew: boolean;
}

/**
 * Work on a generation that `begin` began. As soon as another began, whatever this one still writes is refused: a
 * worker that was taken for dead may wake up at any point of its work.
 */
export type Attempt = Pick<Generation, 'id' | 'attempt'>;

/** Generations, their cells, pins and votes. */
export interface GenerationStore {
  /**
   * One transaction: asks `decide` with usage and policies read under a lock that orders all requests of the same
   * user, roles, channel and space, then charges the ledger, creates the generation and its outbox row.
   * @throws CoreError `quota_exceeded` when the decision refuses, `interrupted` when its asker was told to try again;
   *   nothing is written then
   */
  accept(request: AcceptRequest, decide: (question: QuotaQuestion) => QuotaDecision, now: Date): Promise<Accepted>;
  /** For whoever acts for nobody: workers and deliveries. What people ask for goes through `GuardedGenerations`. */
  find(id: string): Promise<Generation | null>;
  /** What was made of a generation in one way, the newest first; deleted ones left out. A hundred at most. */
  childrenOf(id: string, origin: GenerationOrigin): Promise<Generation[]>;
  /** The generation that a message shows. */
  findByMessage(platform: Platform, message: MessageRef): Promise<Generation | null>;
  /** Newest first; deleted ones left out, and private ones of others than the viewer. */
  history(query: HistoryQuery): Promise<Generation[]>;
  /**
   * `queued → planning`, and again from any unfinished state after a crash: then under the next number, and without
   * what the attempt before had decided; what was ever put aside keeps its cells. Null when it is finished, cancelled
   * or gone.
   */
  begin(id: string, now: Date): Promise<Generation | null>;
  /** Records its plan and moves it to `painting`. False when it has meanwhile ended, or was begun again. */
  planned(
    attempt: Attempt,
    plan: Pick<Generation, 'cells' | 'isExhausted' | 'standIn'> & { vendi: number; candidates: number },
  ): Promise<boolean>;
  /**
   * Puts it aside until its painter is back: `queued` again, with the cells that are decided.
   * @param pictures keys of the pictures that are painted, by their cells' indices
   * @returns false when it has meanwhile ended, or was begun again
   */
  putAside(attempt: Attempt, pictures: ReadonlyMap<number, string>): Promise<boolean>;
  /**
   * What memory recalled for the cells of all finished generations of a generation's line (the same first one) that had
   * its prompt and were asked for before it: each draft once, the newest first.
   */
  shownDrafts(generation: Pick<Generation, 'id' | 'rootId' | 'prompt' | 'createdAt'>, limit: number): Promise<Draft[]>;
  /**
   * Ends it as `done` or `planned`, and makes its delivery due. False when it has meanwhile ended, or was begun again.
   * @param result with the number of pictures that its painter refused, which are paid back
   */
  finish(attempt: Attempt, result: { cells: Cell[]; gridKey: string; unpainted?: number }, now: Date): Promise<boolean>;
  /**
   * Ends it as failed, refunds what was charged and makes its delivery due. False when it has ended already, or was
   * begun again.
   */
  fail(attempt: Attempt, failure: Failure, now: Date): Promise<boolean>;
  /**
   * Asks for a running generation to stop, or ends one that waits as `cancelled` with a refund and its delivery due.
   * @returns what happened; `ended` when there was nothing left to cancel
   */
  cancel(id: string, now: Date): Promise<'cancelled' | 'stopping' | 'ended'>;
  /**
   * Ends it as its worker honoured the cancel: refund, delivery due. False when it has ended already, or was begun
   * again.
   */
  cancelled(attempt: Attempt, now: Date): Promise<boolean>;
  /**
   * Marks as deleted, clears prompt, latents and keys, makes the delivery due where a message shows it, and returns the
   * blob keys that nothing else refers to.
   */
  delete(id: string, now: Date): Promise<string[]>;
  /**
   * Unfinished generations, oldest first, that were accepted before `before`: to be enqueued again if they have no job.
   * `userKey` is what `userKeyOf` makes, `isPatient` what `Jobs.enqueue` asks. A page of them: none when there are no
   * more.
   * @param after the last one of the page before
   */
  unfinished(before: Date, after?: string): Promise<{ id: string; userKey: string; isPatient: boolean }[]>;
  pins(id: string): Promise<Pin[]>;
  /**
   * Adds a pin; others of the same kind are replaced (a kind is pinned from one place at a time), but for those of
   * other cells alone by such a one.
   */
  pin(id: string, pin: Pin, actor: Actor): Promise<Pin[]>;
  unpin(id: string, pin: Pin): Promise<Pin[]>;
  /** Records or takes back a user's vote; returns how many distinct users vote for it now. */
  vote(id: string, action: string, userId: string, isFor: boolean): Promise<number>;
  /** Actions that a user votes for, as they were given to `vote`. */
  votesOf(id: string, userId: string): Promise<string[]>;
}

export interface HistoryQuery {
  /** Who looks. */
  viewer: Person;
  /** The viewer's own only. */
  isOwn: boolean;
  /** Of this space, or with null of none, when given. */
  spaceId?: string | null;
  conversationId?: string;
  limit: number;
  /** Only those older than the generation with this id. */
  before?: string;
}

/** The outbox. */
export interface DeliveryStore {
  /** The delivery of a generation, for progress edits. */
  find(generationId: string): Promise<Delivery | null>;
  /**
   * Takes up to `limit` due deliveries of a platform for `leaseMs`, so that nobody else takes them (SKIP LOCKED). Due:
   * the generation has ended and is not delivered, or it was deleted and a message shows it still; and the time of the
   * next attempt has come. They are taken and read in one statement: what was taken and never read waits for the end of
   * its lease.
   */
  claim(platform: Platform, limit: number, leaseMs: number, now: Date): Promise<Delivery[]>;
  /** Keeps what was claimed for `leaseMs` more, as far as it is still due. */
  renew(ids: readonly string[], leaseMs: number, now: Date): Promise<void>;
  /** Remembers the message that shows the generation, so that buttons and reactions on it find it. */
  shown(id: string, message: MessageRef): Promise<void>;
  /**
   * The message shows the result. It stays due when the generation was deleted meanwhile: the message is to go again.
   */
  delivered(id: string, message: MessageRef, now: Date): Promise<void>;
  /** Its message is gone from the platform, as its generation is; nothing more is due. */
  withdrawn(id: string): Promise<void>;
  /** Puts it back until `retryAt`, or gives it up for good when null. */
  failed(id: string, error: string, retryAt: Date | null): Promise<void>;
}

/** Quota policies and the ledger, each of a scope. */
export interface QuotaStore {
  policies(scope: Scope): Promise<QuotaPolicy[]>;
  setPolicy(policy: QuotaPolicy, audit: AuditEntry): Promise<void>;
  removePolicy(subject: Pick<QuotaPolicy, 'subject' | 'subjectId'>, audit: AuditEntry): Promise<boolean>;
  /**
   * Adds images for the running day.
   * @param once does nothing when it was done for the same key within a day; null to do it in any case
   */
  grant(userId: string, images: number, audit: AuditEntry, once: string | null): Promise<void>;
  /** Books a refund of everything the user spent in the running day. */
  reset(userId: string, since: Date, audit: AuditEntry): Promise<void>;
  usage(scope: Scope, userId: string, since: Date): Promise<QuotaUsage>;
}

/**
 * Settings of people, and of scopes: what is changed for others is changed in the scope of the audit entry that tells
 * of it.
 */
export interface SettingsStore {
  user(person: Person): Promise<UserSettings>;
  setUser(person: Person, settings: UserSettings): Promise<void>;
  /** The policy of a scope, or of one of its channels when `channelId` is given; empty when none was set. */
  policy(scope: Scope, channelId: string | null): Promise<Policy>;
  setPolicy(channelId: string | null, policy: Policy, audit: AuditEntry): Promise<void>;
  /** IANA name of the time zone whose midnight resets the scope's quotas; null for the default. */
  timeZone(scope: Scope): Promise<string | null>;
  /** @param zone null to forget what was set */
  setTimeZone(zone: string | null, audit: AuditEntry): Promise<void>;
  /** The actor's own, and those of the space that the actor is in. */
  savedPins(actor: Actor): Promise<SavedPin[]>;
  /** Saves or replaces. */
  savePin(actor: Actor, pin: SavedPin): Promise<void>;
  deletePin(actor: Actor, owner: SavedPin['owner'], name: string): Promise<boolean>;
}

/** What one owner's saved things may be together. */
export interface ThingRoom {
  things: number;
  /** Of their pictures. */
  bytes: number;
}

/**
 * Pictures that people keep under names. A change to those of a space is told by an entry of the audit, to one's own by
 * none.
 */
export interface ThingStore {
  /** The actor's own, then those of the space that the actor is in, by name. */
  of(actor: Actor): Promise<SavedThing[]>;
  /** Adds one where the name is free and its owner has room, which many at once cannot overrun. */
  add(
    actor: Actor,
    thing: SavedThing,
    room: ThingRoom,
    audit: AuditEntry | null,
  ): Promise<'added' | 'taken' | 'too_many' | 'too_large'>;
  /** Gives the one with the first key another name. */
  rename(
    actor: Actor,
    which: Pick<SavedThing, 'owner' | 'key'>,
    to: Pick<SavedThing, 'key' | 'name'>,
    audit: AuditEntry | null,
  ): Promise<'renamed' | 'taken' | 'unknown'>;
  /** @returns the blob keys that nothing else refers to; null when there is no such thing */
  remove(actor: Actor, which: Pick<SavedThing, 'owner' | 'key'>, audit: AuditEntry | null): Promise<string[] | null>;
}

/** A Discord guild or Slack workspace that has the bot. `credentials` is what the adapter needs to act there. */
export interface Installation {
  platform: Platform;
  spaceId: string;
  name: string;
  credentials: Record<string, unknown> | null;
}

export interface InstallationStore {
  save(installation: Installation): Promise<void>;
  find(platform: Platform, spaceId: string): Promise<Installation | null>;
  /** The bot has left it; what is kept of it goes with time (`RetentionStore.leftSpaces`), unless it comes back. */
  remove(platform: Platform, spaceId: string): Promise<void>;
  /** Those of a platform's but these have been left while nobody saw it. */
  keepOnly(platform: Platform, spaceIds: readonly string[]): Promise<void>;
  count(platform: Platform): Promise<number>;
}

/** A picture that a platform takes later only, as an emoji for instance. */
export interface LateUpload {
  id: string;
  /** The adapter's own, as it wrote them. */
  details: Record<string, unknown>;
  file: Buffer;
  /** Times that it was claimed, this one included. */
  attempts: number;
}

/** Uploads that wait for a platform; they outlast the process. */
export interface LateUploadStore {
  add(platform: Platform, upload: Omit<LateUpload, 'attempts'>, dueAt: Date): Promise<void>;
  /** Takes up to `limit` whose time has come for `leaseMs`, so that nobody else takes them. */
  claim(platform: Platform, limit: number, leaseMs: number, now: Date): Promise<LateUpload[]>;
  postpone(id: string, dueAt: Date): Promise<void>;
  /** Null when it is gone. */
  find(platform: Platform, id: string): Promise<LateUpload | null>;
  /** Writes what became of it so far, and when it is to be taken up again. False when it is gone. */
  keep(id: string, details: Record<string, unknown>, dueAt: Date): Promise<boolean>;
  remove(id: string): Promise<void>;
  count(platform: Platform): Promise<number>;
}

/** A request that was acknowledged, and is to be answered. */
export interface OwedAnswer extends Person {
  /** As `idempotencyKeyOf` makes it: whether a generation came of it is known by this. */
  key: string;
  /** What the adapter needs to answer, as it wrote it. */
  address: Address;
  /** How long it can be answered, in milliseconds from when it is noted. */
  lifeMs: number;
}

/** One that was taken over from a process that is gone. */
export interface TakenAnswer extends Omit<OwedAnswer, 'lifeMs'> {
  /** Nothing is left to tell: a generation came of it, its asker was told, or nothing can answer any more. */
  isMoot: boolean;
}

/**
 * Requests that were acknowledged and are not answered yet, each held by the process that is to answer. Times are the
 * database's.
 */
export interface OwedAnswerStore {
  /**
   * Notes some, held by `holder` for `leaseMs`. One that is known already stays with its holder while that lives, and
   * with whoever took it over.
   */
  add(owed: readonly OwedAnswer[], holder: string, leaseMs: number): Promise<void>;
  /** Keeps all that `holder` has for `leaseMs` more. */
  renew(holder: string, leaseMs: number): Promise<void>;
  /** Forgets those that are answered, and those of `holder` that were never acknowledged. */
  settle(answered: readonly string[], dropped: readonly string[], holder: string): Promise<void>;
  /** Gives back what could not be answered: anybody takes each over after so many milliseconds. */
  release(waits: ReadonlyMap<string, number>, holder: string): Promise<void>;
  /**
   * Takes over up to `limit` of a platform whose holders are gone, for `leaseMs`, so that nobody else does (SKIP
   * LOCKED). From then on `GenerationStore.accept` refuses the request.
   */
  claim(platform: Platform, limit: number, holder: string, leaseMs: number): Promise<TakenAnswer[]>;
  /** Their askers were told to try again: forgets addresses, and keeps keys while the requests could come again. */
  told(keys: readonly string[]): Promise<void>;
}

/** Pictures that nobody may bring along, each of a scope. */
export interface PictureBlockStore {
  /** The newest first. */
  list(scope: Scope): Promise<BlockedPicture[]>;
  /** Adds those that are not there yet. */
  add(pictures: readonly BlockedPicture[], audit: AuditEntry): Promise<void>;
  /** False when there is no such one. */
  remove(hash: string, audit: AuditEntry): Promise<boolean>;
}

/** What is known of something that paints beside Kaleido itself. */
export interface PainterNote {
  /** As people choose it. */
  name: string;
  /** How it is reached, such as `sdapi`. */
  protocol: string;
  /** What it paints with, and under which licence that is; null where nobody knows. */
  model: string;
  licence: string | null;
  /** What it makes finished pictures larger with; null where it has nothing for that. */
  upscaler: string | null;
  /** Shapes that it paints; absent where a worker did not say. */
  aspects?: readonly Aspect[];
}

/** What workers say of what paints: bots may have no way to ask it. */
export interface PainterStore {
  /** Keeps what was said last. */
  say(note: PainterNote, now: Date): Promise<void>;
  said(names: readonly string[]): Promise<PainterNote[]>;
}

/** What somebody has with the bot. */
export interface KeptOf {
  grids: number;
  savedPins: number;
  things: number;
}

/**
 * What is kept no longer: of people who want to be forgotten, of grids whose time is over, files that nothing refers
 * to. All of it is in pages, and can be gone on with by anybody.
 */
export interface RetentionStore {
  keptOf(person: Person): Promise<KeptOf>;
  /** Notes that somebody wants to be forgotten, with all that was asked for until `now`. */
  askToForget(person: Person, now: Date): Promise<void>;
  /** Those who are not forgotten yet. */
  toForget(): Promise<(Person & { askedAt: Date })[]>;
  /**
   * Deletes up to `limit` of a person's grids, as `GenerationStore.delete` does.
   * @returns their ids and the keys that nothing else refers to; none when there are no more
   */
  forgetGrids(person: Person & { askedAt: Date }, limit: number, now: Date): Promise<{ ids: string[]; keys: string[] }>;
  /**
   * Forgets all else of a person, in one transaction, and that they asked for it: settings, saved pins, things, votes,
   * rules of their own conversations, and who they are in the audit. What admins set for them stays.
   * @returns the keys that nothing else refers to
   */
  forgetRest(person: Person): Promise<string[]>;
  /**
   * Deletes up to `limit` ended grids whose time is over; what shows them stays where it is.
   * @param keepDays what the host keeps them for; null for ever. A policy with fewer days counts where it holds
   * @returns the keys that nothing else refers to, and how many grids it were
   */
  expire(keepDays: number | null, limit: number, now: Date): Promise<{ keys: string[]; count: number }>;
  /**
   * Removes what is left of grids that were asked for before then, are deleted and shown nowhere. Of what the ledger
   * has from before then for no grid that is left, it does not know any more whose it was.
   */
  purge(before: Date): Promise<void>;
  /** Spaces that were left before then, and that nobody has asked for anything in since. */
  leftSpaces(before: Date): Promise<Pick<Installation, 'platform' | 'spaceId'>[]>;
  /**
   * Empties up to `limit` grids of a space that was left, and of people who are people of that space alone; what shows
   * them stays where it is.
   * @returns their ids and the keys that nothing else refers to; none when there are no more
   */
  forgetSpaceGrids(
    space: Pick<Installation, 'platform' | 'spaceId'>,
    limit: number,
    now: Date,
  ): Promise<{ ids: string[]; keys: string[] }>;
  /**
   * Forgets all else of a space, in one transaction, and that it was left: things and pins for all, rules, quotas,
   * blocked pictures, the audit; of people who are people of that space alone their things, pins and settings.
   * @returns the keys that nothing else refers to
   */
  forgetSpace(space: Pick<Installation, 'platform' | 'spaceId'>): Promise<string[]>;
  /** Notes files that are about to be stored: they are unwanted until something refers to them. */
  announce(keys: readonly string[]): Promise<void>;
  /** Files noted as unwanted before then that nothing refers to. */
  unwanted(before: Date, limit: number): Promise<string[]>;
  /** They are removed. */
  removed(keys: readonly string[]): Promise<void>;
}

export interface AuditStore {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(scope: Scope, limit: number, skip?: number): Promise<AuditEntry[]>;
}

export interface EventStore {
  /** True the first time that an event's id is seen; false for retries. Ids are forgotten after a day. */
  isFirst(platform: Platform, eventId: string, now: Date): Promise<boolean>;
}

/** Everything that lasts, in PostgreSQL. */
export interface Store {
  readonly generations: GenerationStore;
  readonly deliveries: DeliveryStore;
  readonly quotas: QuotaStore;
  readonly settings: SettingsStore;
  readonly things: ThingStore;
  readonly installations: InstallationStore;
  readonly lateUploads: LateUploadStore;
  readonly owedAnswers: OwedAnswerStore;
  readonly pictureBlocks: PictureBlockStore;
  readonly painters: PainterStore;
  readonly retention: RetentionStore;
  readonly audit: AuditStore;
  readonly events: EventStore;
  /** The database's time of day: all processes that share it can ask for it. */
  time(): Promise<Date>;
  /** Rejects when the database cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Pictures, by key. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null when there is none. */
  get(key: string): Promise<Buffer | null>;
  delete(keys: readonly string[]): Promise<void>;
  /** Rejects when the store cannot be written. */
  ping(): Promise<void>;
}

/** Where a waiting generation stands. */
export interface QueuePosition {
  /** Generations that go before it; 0 when it is next or running. */
  ahead: number;
  /** Seconds until it should be done, from measured durations; null before any was measured. */
  etaSeconds: number | null;
}

export type JobEvent =
  | { type: 'progress'; progress: Progress }
  /** The generation has ended, in whatever way: its delivery is due. */
  | { type: 'ended'; generationId: string };

/** The queue as the chat side sees it. */
export interface Jobs {
  /**
   * Adds the job of a generation unless it is there already; fair between users.
   * @param isPatient it is long: a worker keeps a place for others, so that it may wait although one is free
   */
  enqueue(generationId: string, userKey: string, isPatient?: boolean): Promise<void>;
  /** Takes the job out if it waits, or tells its worker to stop. */
  cancel(generationId: string): Promise<void>;
  position(generationId: string): Promise<QueuePosition>;
  /** Those that have no job which waits or runs, as of one look: they may get one at any moment. */
  missing(generationIds: readonly string[]): Promise<string[]>;
  /** Jobs waiting and running now. */
  counts(): Promise<{ waiting: number; active: number; failed: number }>;
  /** What a worker says of a picture, a PNG; null when none had the time. Nothing of it is kept. */
  describe(png: Buffer): Promise<PictureDescription | null>;
  /** Calls `listener` on what workers tell, in this process or another; returns how to stop. */
  subscribe(listener: (event: JobEvent) => void): () => void;
  /** Rejects when the queue cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export type Clock = () => Date;
