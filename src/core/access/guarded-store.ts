import { CoreError, readId } from '../basics/index.js';

import type { AcceptRequest, GenerationStore, HistoryQuery, Store } from '../ports.js';
import type { Actor, Generation, MessageRef } from '../types.js';
import { type Deed, mayDo, rightsFor } from './access.js';

declare const ALLOWED: unique symbol;

/** A grid that somebody was found to be allowed to see, and to do these things with. */
export type Opened<D extends Deed = never> = Generation & { readonly [ALLOWED]: Readonly<Record<D | 'see', true>> };

/** A request whose parent was opened to be made something of. */
export type GuardedRequest = Omit<AcceptRequest, 'parentId' | 'rootId'> & { parent: Opened<'make'> | null };

/**
 * Generations as the use cases have them: nobody gets one, and nothing is done with one, but by what `access.ts`
 * allows. The store's own ways to find one are for workers and deliveries, which act for nobody, and are not here.
 */
export interface GuardedGenerations {
  accept(
    request: GuardedRequest,
    decide: Parameters<GenerationStore['accept']>[1],
    now: Date,
  ): ReturnType<GenerationStore['accept']>;
  /**
   * A generation by the id that a person wrote, to do something with it. One that the actor may not see is as unknown
   * as one that never was.
   * @throws CoreError `generation_unknown`, or `not_allowed` for one that the actor sees and no more
   */
  open<D extends Deed>(actor: Actor, id: string, deed: D): Promise<Opened<D>>;
  /** The same; null in place of both errors. */
  openIfAllowed<D extends Deed>(actor: Actor, id: string, deed: D): Promise<Opened<D> | null>;
  /** What was made of a generation in one way, the newest first: those that the actor may see. */
  childrenOf(actor: Actor, generation: Opened, origin: Generation['origin']): Promise<Opened[]>;
  /** The generation that a message shows, if the actor may see it. */
  openShown(actor: Actor, message: MessageRef): Promise<Opened | null>;
  /** Newest first: those that the actor may see. */
  history(actor: Actor, query: Omit<HistoryQuery, 'viewer'>): Promise<Opened[]>;
  mayDo(actor: Actor, generation: Opened, deed: Deed): Promise<boolean>;
  cancel(generation: Opened<'cancel'> | Opened<'delete'>, now: Date): ReturnType<GenerationStore['cancel']>;
  delete(generation: Opened<'delete'>, now: Date): ReturnType<GenerationStore['delete']>;
  pins(generation: Opened): ReturnType<GenerationStore['pins']>;
  pin(generation: Opened<'pin'>, ...rest: Rest<GenerationStore['pin']>): ReturnType<GenerationStore['pin']>;
  unpin(generation: Opened<'pin'>, ...rest: Rest<GenerationStore['unpin']>): ReturnType<GenerationStore['unpin']>;
  vote(generation: Opened<'vote'>, ...rest: Rest<GenerationStore['vote']>): ReturnType<GenerationStore['vote']>;
  votesOf(generation: Opened<'vote'>, userId: string): ReturnType<GenerationStore['votesOf']>;
  unfinished: GenerationStore['unfinished'];
}

type Rest<F> = F extends (first: never, ...rest: infer R) => unknown ? R : never;

/** Everything that lasts, as the use cases have it; where grids are shown is for deliveries alone. */
export type GuardedStore = Omit<Store, 'generations' | 'deliveries'> & { readonly generations: GuardedGenerations };

/** The store behind the rules of access. */
export function guard(store: Store): GuardedStore {
  return { ...store, generations: guardGenerations(store.generations) };
}

function guardGenerations(generations: GenerationStore): GuardedGenerations {
  return {
    accept: ({ parent, ...request }, decide, now) =>
      generations.accept(
        { ...request, parentId: parent?.id ?? null, rootId: parent?.rootId ?? request.id },
        decide,
        now,
      ),

    async open(actor, id, deed) {
      const { seen, allowed } = await verdict(actor, await generations.find(readId(id)), deed);
      if (seen === null) throw new CoreError('generation_unknown', { id });
      if (allowed === null) throw new CoreError('not_allowed', { action: deed });
      return allowed;
    },

    async openIfAllowed(actor, id, deed) {
      return (await verdict(actor, await generations.find(readId(id)), deed)).allowed;
    },

    childrenOf: async (actor, { id }, origin) => seenOf(actor, await generations.childrenOf(id, origin)),

    async openShown(actor, message) {
      return (await verdict(actor, await generations.findByMessage(actor.platform, message), 'see')).seen;
    },

    async history(actor, query) {
      return seenOf(actor, await generations.history({ ...query, viewer: actor }));
    },

    async mayDo(actor, generation, deed) {
      return mayDo(deed, actor, generation, await rightsFor(actor, generation));
    },

    cancel: ({ id }, now) => generations.cancel(id, now),
    delete: ({ id }, now) => generations.delete(id, now),
    pins: ({ id }) => generations.pins(id),
    pin: ({ id }, ...rest) => generations.pin(id, ...rest),
    unpin: ({ id }, ...rest) => generations.unpin(id, ...rest),
    vote: ({ id }, ...rest) => generations.vote(id, ...rest),
    votesOf: ({ id }, userId) => generations.votesOf(id, userId),
    unfinished: (before) => generations.unfinished(before),
  };
}

/** Those that somebody may see. */
async function seenOf(actor: Actor, found: readonly Generation[]): Promise<Opened[]> {
  const verdicts = await Promise.all(found.map((generation) => verdict(actor, generation, 'see')));
  return verdicts.flatMap(({ seen }) => (seen === null ? [] : [seen]));
}

/** A generation as somebody may see it, and do something with it; null where not. */
async function verdict<D extends Deed>(actor: Actor, generation: Generation | null, deed: D) {
  if (generation === null) return { seen: null, allowed: null };
  const rights = await rightsFor(actor, generation);
  const opened = generation as Opened<D>;
  return {
    seen: mayDo('see', actor, generation, rights) ? opened : null,
    allowed: mayDo(deed, actor, generation, rights) ? opened : null,
  };
}
