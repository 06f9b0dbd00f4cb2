import { z } from 'zod';
import { LIMITS } from '../../engine/basics/index.js';
import { isOwnName } from '../../engine/own/index.js';
import { requireAdmin } from '../access/index.js';
import { CoreError, check, telling } from '../basics/index.js';
import { nameKey } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { findBlocked, resolveBlocklist } from '../policy/blocklist/index.js';
import { auditEntry, policyOf } from '../policy/index.js';
import { removeFiles } from '../retention/index.js';
import type { Actor, AuditEntry, SavedThing } from '../types.js';
import { requireNotBlocked } from './blocked.js';
import { keptPicture, storing } from './kept-picture.js';
import { requireOwnPictures } from './policy.js';

const nameSchema = z
  .string()
  .trim()
  .refine(isOwnName, telling({ why: 'not_own_name', ...LIMITS.ownName }));

type Owner = SavedThing['owner'];

/** Pictures kept under a name: a user's own, and those of a space that admins keep for all. */
export function savedThingUseCases(
  deps: CoreDeps,
): Pick<Core, 'savedThings' | 'thingRoom' | 'addThing' | 'renameThing' | 'removeThing'> {
  const { store } = deps;
  return {
    savedThings: (actor) => store.things.of(actor),
    thingRoom: (owner) => deps.defaults.things[owner],
    addThing: (actor, thing) => addThing(deps, actor, thing),

    async renameThing(actor, from, to, owner) {
      if (owner === 'space') requireAdmin(actor, 'things');
      const name = await checkName(deps, actor, to);
      const entry = auditOf(deps, actor, owner, 'thing.rename', from, name);
      const which = { owner, key: nameKey(from) };
      const done = await store.things.rename(actor, which, { key: nameKey(name), name }, entry);
      if (done === 'unknown') throw new CoreError('saved_thing_unknown', { name: from.trim() });
      if (done === 'taken') throw new CoreError('saved_thing_taken', { name });
    },

    async removeThing(actor, name, owner) {
      if (owner === 'space') requireAdmin(actor, 'things');
      const entry = auditOf(deps, actor, owner, 'thing.remove', name, null);
      const keys = await store.things.remove(actor, { owner, key: nameKey(name) }, entry);
      if (keys === null) throw new CoreError('saved_thing_unknown', { name: name.trim() });
      await removeFiles(deps, keys);
    },
  };
}

async function addThing(
  deps: CoreDeps,
  actor: Actor,
  { name: given, bytes, isFaceless = false, owner }: Parameters<Core['addThing']>[1],
): Promise<SavedThing> {
  const { store, clock, defaults } = deps;
  if (owner === 'space') requireAdmin(actor, 'things');
  requireOwnPictures(await policyOf(deps, actor), actor);
  const name = await checkName(deps, actor, given);
  await requireNotBlocked(deps, actor, bytes);
  const { key: picture, file } = await keptPicture(bytes);
  const thing = {
    name,
    key: nameKey(name),
    owner,
    picture,
    bytes: file.length,
    isFaceless,
    createdAt: clock(),
  };
  const room = defaults.things[owner];
  const done = await storing(deps, [{ key: picture, file }], async () => {
    const result = await store.things.add(actor, thing, room, auditOf(deps, actor, owner, 'thing.add', null, name));
    return { kept: result === 'added' ? [picture] : [], result };
  });
  if (done === 'taken') throw new CoreError('saved_thing_taken', { name });
  if (done === 'too_many') throw new CoreError('too_many_saved_things', { limit: room.things });
  if (done === 'too_large') throw new CoreError('saved_things_too_large', { limit: room.bytes });
  return thing;
}

/** @throws CoreError `bad_value`, or `blocked_term` */
async function checkName(deps: CoreDeps, actor: Actor, given: string): Promise<string> {
  const name = check(nameSchema, given, 'name');
  const term = findBlocked(nameKey(name), resolveBlocklist(await policyOf(deps, actor)));
  if (term !== null) throw new CoreError('blocked_term', { term, where: 'name' });
  return name;
}

/** What admins do for all is recorded; what somebody does for oneself is not. */
function auditOf(
  { clock }: CoreDeps,
  actor: Actor,
  owner: Owner,
  action: 'thing.add' | 'thing.rename' | 'thing.remove',
  before: string | null,
  after: string | null,
): AuditEntry | null {
  const subject = `thing ${before ?? after}`;
  return owner === 'space' ? auditEntry(actor, clock(), { action, subject, before, after }) : null;
}
