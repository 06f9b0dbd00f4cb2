import { createHash } from 'node:crypto';

/** The same 24 hexadecimal digits for the same parts. Discord takes nonces of up to 25 characters. */
export function nonce(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 24);
}
