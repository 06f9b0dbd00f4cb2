import { z } from 'zod';
import { scopeOf } from '../../core/access/index.js';
import { CoreError } from '../../core/basics/index.js';
import type { Accepted, AcceptRequest, QuotaDecision, QuotaPolicy, QuotaQuestion } from '../../core/index.js';

import type { Database, Transaction } from '../database.js';
import { lock, lockShared, readPolicies, sumUsage } from '../quota/index.js';

import { storable, toJson } from '../text.js';
import { pinRow } from './pins.js';
import { toDelivery, toGeneration, WITH_CELLS } from './rows.js';

const settled = z.array(z.object({ isTaken: z.boolean() }));

/** Prisma's code for a unique key that is taken. */
const UNIQUE_VIOLATION = 'P2002';

/**
 * Accepts a request in one transaction; see `GenerationStore.accept`. Requests of one user of a scope wait for each
 * other, and those of a channel or space only where it has a limit of its own.
 *
 * @throws CoreError `quota_exceeded` or `interrupted`
 */
export async function accept(
  db: Database,
  request: AcceptRequest,
  decide: (question: QuotaQuestion) => QuotaDecision,
  now: Date,
): Promise<Accepted> {
  const known = await findAccepted(db, request);
  if (known !== null) return known;
  try {
    return await db.$transaction(async (tx) => {
      await payFor(tx, request, decide);
      await settle(tx, request.idempotencyKey);
      return write(tx, request, now);
    });
  } catch (error) {
    // Its twin was quicker; what this one had charged is rolled back.
    const twin = isUniqueViolation(error) ? await findAccepted(db, request) : null;
    if (twin !== null) return twin;
    throw error;
  }
}

/** By its id where it has no key: one that is asked for again since its answer was lost may be accepted already. */
async function findAccepted(
  db: Database,
  { id, idempotencyKey }: Pick<AcceptRequest, 'id' | 'idempotencyKey'>,
): Promise<Accepted | null> {
  const where = idempotencyKey === null ? { id } : { idempotencyKey };
  const row = await db.generation.findUnique({ where, include: { ...WITH_CELLS, delivery: true } });
  if (row?.delivery == null) return null;
  return { generation: toGeneration(row), delivery: toDelivery(row.delivery), isNew: false };
}

/**
 * A request that is accepted is answered. One that was taken over from this process, which was taken for dead, is not
 * accepted: its asker was told to try again. The row's lock keeps one from being both.
 */
async function settle(tx: Transaction, idempotencyKey: string | null): Promise<void> {
  if (idempotencyKey === null) return;
  const owed = settled.parse(
    await tx.$queryRaw`
      DELETE FROM public.owed_answer WHERE key = ${idempotencyKey} RETURNING taken_at IS NOT NULL AS "isTaken"`,
  );
  if (owed.some(({ isTaken }) => isTaken)) throw new CoreError('interrupted');
}

async function payFor(
  tx: Transaction,
  { actor, images, cost, since }: AcceptRequest,
  decide: (question: QuotaQuestion) => QuotaDecision,
): Promise<void> {
  const { platform, userId, channelId, roleIds } = actor;
  const scope = scopeOf(actor);
  await lockShared(tx, 'policies', platform, scope.key);
  const policies = await readPolicies(tx, scope);
  await lock(tx, 'user', platform, scope.key, userId);
  if (limits(policies, 'channel', channelId)) await lock(tx, 'channel', platform, scope.key, channelId);
  if (limits(policies, 'space', '')) await lock(tx, 'space', platform, scope.key);
  const usage = await sumUsage(tx, scope, { userId, channelId }, since);
  const decision = decide({ actor: { userId, channelId, roleIds }, images, cost, policies, ...usage });
  if (decision.isAllowed) return;
  const { isAllowed: _, ...data } = decision;
  throw new CoreError('quota_exceeded', data);
}

function limits(policies: readonly QuotaPolicy[], subject: QuotaPolicy['subject'], subjectId: string): boolean {
  return policies.some((policy) => policy.subject === subject && policy.subjectId === subjectId);
}

async function write(tx: Transaction, request: AcceptRequest, now: Date): Promise<Accepted> {
  const { id, actor, audience, settings, images, cost } = request;
  const { platform, realm, userId, spaceId, channelId, conversationId } = actor;
  const { key: scope } = scopeOf(actor);
  const { delivery, ...row } = await tx.generation.create({
    data: {
      id,
      parentId: request.parentId,
      rootId: request.rootId,
      origin: request.origin,
      status: 'queued',
      platform,
      realm,
      userId,
      spaceId,
      channelId,
      conversationId,
      audience,
      scope,
      prompt: storable(request.prompt),
      settings: toJson(settings),
      ownKeys: (settings.own ?? []).map(({ picture }) => picture),
      tasks: toJson(request.tasks),
      blocklist: request.blocklist.map(storable),
      isPrivate: settings.isPrivate,
      idempotencyKey: request.idempotencyKey,
      createdAt: now,
      pins: { create: request.pins.map((pin) => ({ ...pinRow(pin), userId })) },
      delivery: { create: { platform, address: toJson(request.address) } },
    },
    include: { ...WITH_CELLS, delivery: true },
  });
  if (images > 0) {
    await tx.ledgerEntry.create({
      data: {
        platform,
        scope,
        channelId,
        userId,
        generationId: id,
        kind: 'charge',
        images,
        cost,
        at: now,
      },
    });
  }
  // Created just above, in the same statement.
  return { generation: toGeneration(row), delivery: toDelivery(delivery!), isNew: true };
}

function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_VIOLATION;
}
