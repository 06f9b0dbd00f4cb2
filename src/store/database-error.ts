import { messageOf } from '../core/basics/index.js';
import { ownValue } from '../engine/basics/index.js';
import { StoreError } from './errors.js';

type Answer = 'unreachable' | 'refused' | 'no_database' | 'busy' | 'full' | 'starting' | 'unmigrated';

/**
 * By error code: of the system, of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of
 * Prisma (https://www.prisma.io/docs/orm/reference/error-reference).
 */
const ANSWERS: Readonly<Record<string, Answer>> = {
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ECONNABORTED: 'unreachable',
  EPIPE: 'unreachable',
  '08006': 'unreachable',
  P1001: 'unreachable',
  P1002: 'unreachable',
  P1008: 'unreachable',
  P1017: 'unreachable',
  '28000': 'refused',
  '28P01': 'refused',
  P1000: 'refused',
  P1010: 'refused',
  '3D000': 'no_database',
  P1003: 'no_database',
  '25P03': 'busy',
  '53300': 'busy',
  '55P03': 'busy',
  P2024: 'busy',
  P2028: 'busy',
  P2037: 'busy',
  '53100': 'full',
  '57P01': 'starting',
  '57P02': 'starting',
  '57P03': 'starting',
  '42P01': 'unmigrated',
  '42703': 'unmigrated',
  P2021: 'unmigrated',
  P2022: 'unmigrated',
};

/** What is wrong with the database, or the error itself when it is not about the connection. */
export function toDatabaseError(error: unknown): unknown {
  const codes = codesOf(error);
  if (codes.length === 0 && isBroken(error)) codes.push('08006');
  for (const code of codes) {
    const why = ownValue(ANSWERS, code) ?? classOf(code);
    if (why === undefined) continue;
    const detail = messageOf(error);
    if (why === 'unmigrated') return new StoreError('database_invalid', { why, code, detail }, error);
    return new StoreError('database_unavailable', { why, code, detail }, error);
  }
  return error;
}

/** By class, for codes of PostgreSQL that have no line of their own: those that are about the server, not the query. */
function classOf(code: string): 'unreachable' | 'busy' | 'starting' | undefined {
  if (/^08[0-9A-Z]{3}$/.test(code)) return 'unreachable';
  if (/^53[0-9A-Z]{3}$/.test(code)) return 'busy';
  // Operator intervention, and a server that is a standby by now; errors of its disk.
  return /^(57P\d\d|25006|58[0-9A-Z]{3})$/.test(code) ? 'starting' : undefined;
}

/** What node-postgres and its pool throw without a code when a connection ends or does not come about. */
function isBroken(error: unknown): boolean {
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    messageOf(error),
  );
}

/** Codes of the error and of what caused it, the innermost first, which is the most exact. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const inner = [
    ...codesOf('cause' in error ? error.cause : undefined, depth + 1),
    // Prisma keeps the driver's error here.
    ...codesOf('meta' in error ? error.meta : undefined, depth + 1),
    ...codesOf('driverAdapterError' in error ? error.driverAdapterError : undefined, depth + 1),
  ];
  const own = [
    'originalCode' in error ? error.originalCode : undefined,
    'code' in error ? error.code : undefined,
    'errorCode' in error ? error.errorCode : undefined,
  ];
  return [...inner, ...own.filter((code) => typeof code === 'string')];
}

/** The same repository, whose methods reject with what `toDatabaseError` makes of their errors. */
export function explaining<T extends object>(repository: T): T {
  return new Proxy(repository, {
    get(target, key): unknown {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(method, target, args);
        } catch (error) {
          throw toDatabaseError(error);
        }
      };
    },
  });
}
