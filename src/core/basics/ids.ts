import { randomBytes } from 'node:crypto';
import type { Person } from '../types.js';

/** Crockford's base 32 in lower case: no i, l, o or u, which are misread. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** A new id of a generation: 12 characters, 60 random bits, so that nobody guesses one. */
export function newId(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

/**
 * An id as a person wrote it, as it is stored: any case, with letters that are misread taken for the digits they look
 * like.
 */
export function readId(text: string): string {
  return text.trim().toLowerCase().replace(/[il]/g, '1').replaceAll('o', '0');
}

/** Whose requests share a place in the queue: one person of one realm, whatever the space. */
export function userKeyOf({ platform, realm, userId }: Person): string {
  return `${platform}-${realm}-${userId}`;
}

/**
 * What a request is known by across all platforms, so that a repeated one is not done twice.
 * @param key such as the platform's id of the event, as `Origin.idempotencyKey`
 */
export function idempotencyKeyOf({ platform, realm }: Pick<Person, 'platform' | 'realm'>, key: string): string {
  return `${platform}/${realm}/${key}`;
}
