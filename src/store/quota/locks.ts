import type { Transaction } from '../database.js';

/**
 * Advisory locks that end with the transaction. Whoever takes several takes them in this order, at most one of each, so
 * that nobody waits in a circle: policies, user, channel, space, lineage; or things, alone.
 */
export type LockName = 'policies' | 'user' | 'channel' | 'space' | 'lineage' | 'things';

/** Waits until no other transaction has the lock; `parts` tell one user, channel … from another. */
export async function lock(tx: Transaction, name: LockName, ...parts: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${keyOf(name, parts)}, 0))`;
}

/** Many may have it at once, but nobody while another has it by `lock`. */
export async function lockShared(tx: Transaction, name: LockName, ...parts: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${keyOf(name, parts)}, 0))`;
}

function keyOf(name: LockName, parts: readonly string[]): string {
  return JSON.stringify(['kaleido', name, ...parts]);
}
