import type { Actor, Person, Platform } from '../types.js';

declare const MADE_HERE: unique symbol;

/**
 * What rules, quotas, saved pins and records are kept under: one space, or one person's own conversations with the bot. Only
 * `scopeOf` makes one, so that nothing is ever kept under a key that many spaces or people share.
 */
export interface Scope {
  readonly platform: Platform;
  readonly key: string;
  readonly [MADE_HERE]: true;
}

/**
 * The key of a person, also across the spaces of a realm: of settings, of own saved pins, and of all that concerns the person's
 * conversations outside spaces. No id of a space looks like it.
 */
export function personKey({ realm, userId }: Pick<Person, 'realm' | 'userId'>): string {
  return `person:${realm}:${userId}`;
}

/** The scope that an actor is in: the space, or outside spaces the person alone. */
export function scopeOf(actor: Pick<Actor, 'platform' | 'realm' | 'userId' | 'spaceId'>): Scope {
  const { platform, spaceId } = actor;
  return { platform, key: spaceId ?? personKey(actor) } as Scope;
}
