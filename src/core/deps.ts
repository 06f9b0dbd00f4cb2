import type { Aspect } from '../engine/basics/index.js';
import type { LatentContext } from '../engine/context/index.js';
import type { Pictures } from '../engine/memory/index.js';
import type { GuardedStore } from './access/index.js';
import type { Log } from './basics/index.js';
import type { BlobStore, Clock, Jobs, ThingRoom } from './ports.js';
import type { Platform, Policy, QuotaLimits, SavedThing } from './types.js';

/** What holds where nobody set anything else. */
export interface CoreDefaults {
  /** IANA name of the time zone whose midnight resets quotas. */
  timeZone: string;
  /** Limits of each user. */
  quota: QuotaLimits;
  /** Room for saved things of each user, and of each space. */
  things: Readonly<Record<SavedThing['owner'], ThingRoom>>;
  policy: Required<Policy>;
}

/** What pictures cost, in thousandths of a unit. */
export interface Prices {
  /** What prices are in, for people to read. */
  unit: string;
  /** Of a picture of an engine, where its model has no price of its own. */
  engine: number;
  /** By the names that people choose models by. */
  models: ReadonlyMap<string, number>;
}

/** What the use cases work with. */
export interface CoreDeps {
  store: GuardedStore;
  jobs: Jobs;
  blobs: BlobStore;
  /** The bundle, as far as it can be known without opening a model. */
  model: LatentContext;
  /** Reads pictures of the bundle's memory. */
  pictures: Pictures;
  /** Hash of the bundle, as `loadBundle` gives it. */
  bundleHash: string;
  clock: Clock;
  /** What paints all but packs, as people read it, the usual one first; none where Kaleido paints itself. */
  painters?: readonly string[];
  /** Default: everything is free. */
  prices?: Prices;
  /** Shapes that one of these paints, as far as it is known without asking it; default: squares. */
  aspectsOf?: (painter: string) => readonly Aspect[];
  /** Side of the stickers that a platform takes, in pixels; undefined where any will do. */
  stickerSide(platform: Platform): number | undefined;
  defaults: CoreDefaults;
  log: Log;
}

/** Anybody may ask for pictures, results are public, three people together reroll another's grid. */
export const DEFAULT_POLICY: Required<Policy> = {
  isEnabled: true,
  isSpoiler: false,
  isPrivate: false,
  rerollVotes: 3,
  models: [],
  usualModel: '',
  ownPictures: 'members',
  blocked: [],
  allowed: [],
  useBuiltInBlocklist: true,
  keepDays: 0,
};
