import { personKey } from '../../core/access/index.js';
import type { Person, RetentionStore } from '../../core/index.js';
import { FORGOTTEN } from '../../core/names/index.js';
import type { Database, Transaction } from '../database.js';
import { emptyGeneration } from '../generations/index.js';
import { letGo } from '../references.js';
import { platformSchema } from '../schemas.js';

type OfPeople = Pick<RetentionStore, 'keptOf' | 'askToForget' | 'toForget' | 'forgetGrids' | 'forgetRest'>;

/** What is kept of people. */
export function peopleRepository(db: Database): OfPeople {
  return {
    async keptOf(person) {
      const [grids, savedPins, things] = await Promise.all([
        db.generation.count({ where: { ...gridsOf(person), status: { not: 'deleted' } } }),
        db.savedPin.count({ where: ownedBy(person) }),
        db.savedThing.count({ where: ownedBy(person) }),
      ]);
      return { grids, savedPins, things };
    },

    async askToForget(person, askedAt) {
      const key = gridsOf(person);
      await db.forgetRequest.upsert({
        where: { platform_realm_userId: key },
        create: { ...key, askedAt },
        update: { askedAt },
      });
    },

    async toForget() {
      const rows = await db.forgetRequest.findMany({ orderBy: { askedAt: 'asc' } });
      return rows.map((row) => ({ ...row, platform: platformSchema.parse(row.platform) }));
    },

    async forgetGrids(person, limit, now) {
      const grids = await db.generation.findMany({
        where: { ...gridsOf(person), status: { not: 'deleted' }, createdAt: { lte: person.askedAt } },
        select: { id: true },
        take: limit,
      });
      const ids = grids.map(({ id }) => id);
      const keys: string[] = [];
      for (const id of ids) keys.push(...(await db.$transaction((tx) => emptyGeneration(tx, id, now))));
      return { ids, keys };
    },

    forgetRest: (person) => db.$transaction((tx) => forgetRest(tx, person)),
  };
}

const gridsOf = ({ platform, realm, userId }: Person) => ({ platform, realm, userId });
const ownedBy = (person: Person) => ({ platform: person.platform, owner: 'user', ownerId: personKey(person) });

async function forgetRest(tx: Transaction, person: Person): Promise<string[]> {
  const { platform, realm, userId } = person;
  const own = { platform, scope: personKey(person) };
  await tx.userSettings.deleteMany({ where: { platform, person: personKey(person) } });
  await tx.savedPin.deleteMany({ where: ownedBy(person) });
  const things = await tx.savedThing.findMany({ where: ownedBy(person), select: { picture: true } });
  await tx.savedThing.deleteMany({ where: ownedBy(person) });
  await tx.vote.deleteMany({ where: { userId, generation: { platform, realm } } });
  await tx.pin.updateMany({ where: { userId, generation: { platform, realm } }, data: { userId: FORGOTTEN } });
  await tx.policy.deleteMany({ where: own });
  await tx.spaceSettings.deleteMany({ where: own });
  // Emoji of packs that wait for a platform, or to be undone.
  await tx.lateUpload.deleteMany({ where: { platform, details: { path: ['address', 'userId'], equals: userId } } });
  await forgetInAudit(tx, person);
  await tx.forgetRequest.deleteMany({ where: gridsOf(person) });
  return letGo(
    tx,
    things.map(({ picture }) => picture),
  );
}

/**
 * What was changed stays on record, but not by whom, nor for whom. Ids are those of a realm, which entries do not tell:
 * looked at are the scopes that people of the realm have asked in.
 */
async function forgetInAudit(tx: Transaction, person: Person): Promise<void> {
  const { platform, realm, userId } = person;
  const spaces = await tx.generation.findMany({
    where: { platform, realm },
    distinct: ['scope'],
    select: { scope: true },
  });
  const scopes = [realm, personKey(person), ...spaces.map(({ scope }) => scope)];
  await tx.auditEntry.updateMany({
    where: { platform, scope: { in: scopes }, actorId: userId },
    data: { actorId: FORGOTTEN, actorName: FORGOTTEN },
  });
  const [asSubject, asOwner] = [`user ${userId}`, ` of user ${userId}`];
  await tx.$executeRaw`
    UPDATE public.audit_entry
    SET subject = left(subject, length(subject) - length(${userId}::text)) || ${FORGOTTEN}::text
    WHERE platform = ${platform} AND scope = ANY(${scopes})
      AND (subject = ${asSubject} OR right(subject, length(${asOwner}::text)) = ${asOwner})`;
}
