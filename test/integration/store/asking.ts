import { randomUUID } from 'node:crypto';
import { scopeOf } from '../../../src/core/access/scope.js';
import { newId } from '../../../src/core/basics/ids.js';
import type { AcceptRequest } from '../../../src/core/ports.js';
import type { Actor, AuditEntry, Cell } from '../../../src/core/types.js';
import { actorOf } from '../../support/people.js';

export const NOW = new Date('2026-05-04T10:00:00Z');
/** Start of the quota day. */
export const SINCE = new Date('2026-05-04T00:00:00Z');

/** Somebody in a space of their own, unless another is named. */
export function somebody(change: Partial<Actor> = {}): Actor {
  return actorOf({ userId: randomUUID(), spaceId: randomUUID(), channelId: randomUUID(), ...change });
}

/** A request for four pictures of a cat. */
export function request(actor: Actor, change: Partial<AcceptRequest> = {}): AcceptRequest {
  const id = newId();
  return {
    id,
    parentId: null,
    rootId: id,
    origin: 'imagine',
    actor,
    audience: 'closed',
    prompt: 'a cat',
    settings: { count: 4, variety: 60, seed: 7, showLatents: false, isPrivate: false, isSpoiler: false },
    tasks: [{ mode: 'sample', given: { description: 'a cat' }, origins: { description: 'pinned' } }],
    blocklist: [],
    images: 4,
    cost: 0,
    since: SINCE,
    pins: [],
    address: { channel: 'general' },
    idempotencyKey: null,
    ...change,
  };
}

export function audit(actor: Actor, action = 'quota.set'): AuditEntry {
  const { userId: actorId, userName: actorName } = actor;
  const what = { action, subject: 'default', before: null, after: { n: 1 } };
  return { scope: scopeOf(actor), actorId, actorName, ...what, at: NOW };
}

export function cell(index: number, change: Partial<Cell> = {}): Cell {
  return {
    index,
    seed: 4_294_967_295 - index,
    latents: { description: `cat ${index}`, palette: [{ colour: '#ff0000', share: 1 }] },
    origins: { description: 'sampled', palette: 'pinned' },
    imageKey: null,
    resampled: [],
    visualTokenizer: 'c0ffee00',
    lost: [{ kind: 'tokens', how: 'dropped' }],
    draft: null,
    prompt: null,
    ...change,
  };
}
