import type { Redis } from 'ioredis';

/**
 * The policy by which a Redis evicts keys; null when it never does, or does not tell. Managed services refuse `CONFIG`
 * and tell in `INFO`.
 */
export async function readEviction(redis: Pick<Redis, 'config' | 'info'>): Promise<string | null> {
  const policy = (await fromInfo(redis)) ?? (await fromConfig(redis));
  return policy === null || policy === 'noeviction' ? null : policy;
}

async function fromInfo(redis: Pick<Redis, 'info'>): Promise<string | null> {
  const info = await redis.info('memory').catch(() => '');
  return /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? null;
}

async function fromConfig(redis: Pick<Redis, 'config'>): Promise<string | null> {
  const answer: unknown = await redis.config('GET', 'maxmemory-policy').catch(() => null);
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : null;
}
