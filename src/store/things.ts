import { personKey, scopeOf } from '../core/access/index.js';
import type { Actor, SavedThing, ThingStore } from '../core/index.js';
import { recordAudit } from './audit.js';
import type { Database, Transaction } from './database.js';
import { lock } from './quota/index.js';
import { letGo } from './references.js';
import { storable } from './text.js';

/** Things that people keep, each change with its entry of the audit in one transaction. */
export function createThingStore(db: Database): ThingStore {
  /** Changes of one owner's things wait for each other. */
  const changing = <T>(of: Owner, change: (tx: Transaction) => Promise<T>) =>
    db.$transaction(async (tx) => {
      await lock(tx, 'things', of.platform, of.owner, of.ownerId);
      return change(tx);
    });

  return {
    async of(actor) {
      const owners = (['user', 'space'] as const).map((owner) => ownerOf(actor, owner));
      const rows = await db.savedThing.findMany({
        where: { OR: owners },
        orderBy: [{ owner: 'desc' }, { name: 'asc' }],
      });
      return rows.map(({ platform: _, ownerId: __, owner, ...row }) => ({
        ...row,
        owner: owner === 'space' ? 'space' : 'user',
      }));
    },

    add(actor, thing, ...rest) {
      const of = ownerOf(actor, thing.owner);
      return changing(of, (tx) => add(tx, of, thing, ...rest));
    },

    rename(actor, { owner, key }, ...rest) {
      const of = ownerOf(actor, owner);
      return changing(of, (tx) => rename(tx, { ...of, key }, ...rest));
    },

    remove(actor, { owner, key }, audit) {
      const of = ownerOf(actor, owner);
      return changing(of, async (tx) => {
        const row = await tx.savedThing.findFirst({ where: { ...of, key }, select: { picture: true } });
        if (row === null) return null;
        await tx.savedThing.deleteMany({ where: { ...of, key } });
        if (audit !== null) await recordAudit(tx, audit);
        return letGo(tx, [row.picture]);
      });
    },
  };
}

type Owner = ReturnType<typeof ownerOf>;

/** Whose things they are, as rows have it. */
function ownerOf(actor: Actor, owner: SavedThing['owner']) {
  return { platform: actor.platform, owner, ownerId: owner === 'user' ? personKey(actor) : scopeOf(actor).key };
}

async function add(
  tx: Transaction,
  of: Owner,
  { name, ...thing }: SavedThing,
  room: Parameters<ThingStore['add']>[2],
  audit: Parameters<ThingStore['add']>[3],
): ReturnType<ThingStore['add']> {
  const rows = await tx.savedThing.findMany({ where: of, select: { key: true, bytes: true } });
  if (rows.some(({ key }) => key === thing.key)) return 'taken';
  if (rows.length >= room.things) return 'too_many';
  if (rows.reduce((sum, { bytes }) => sum + bytes, thing.bytes) > room.bytes) return 'too_large';
  await tx.savedThing.create({ data: { ...of, ...thing, name: storable(name) } });
  if (audit !== null) await recordAudit(tx, audit);
  return 'added';
}

async function rename(
  tx: Transaction,
  { key, ...of }: Owner & { key: string },
  to: Parameters<ThingStore['rename']>[2],
  audit: Parameters<ThingStore['rename']>[3],
): ReturnType<ThingStore['rename']> {
  const isTaken = to.key !== key && (await tx.savedThing.count({ where: { ...of, key: to.key } })) > 0;
  if (isTaken) return 'taken';
  const { count } = await tx.savedThing.updateMany({
    where: { ...of, key },
    data: { key: to.key, name: storable(to.name) },
  });
  if (count === 0) return 'unknown';
  if (audit !== null) await recordAudit(tx, audit);
  return 'renamed';
}
