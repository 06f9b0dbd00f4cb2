import type { Actor, Person, Scope } from '../types.js';

/**
 * The key of a person, also across the spaces of a realm: of settings, of own saved pins, and of all that concerns the
 * person's conversations outside spaces. No id of a space looks like it.
 */
export function personKey({ realm, userId }: Pick<Person, 'realm' | 'userId'>): string {
  return `person:${realm}:${userId}`;
}

/** The scope that an actor is in: the space, or outside spaces the person alone. */
export function scopeOf(actor: Pick<Actor, 'platform' | 'realm' | 'userId' | 'spaceId'>): Scope {
  const { platform, spaceId } = actor;
  return { platform, key: spaceId ?? personKey(actor) } as Scope;
}
