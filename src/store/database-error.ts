import { messageOf } from '../core/basics/index.js';
import { KaleidoError, type KaleidoErrorCode, ownValue } from '../engine/basics/index.js';

type Explanation = readonly [code: KaleidoErrorCode, message: string, hint: string];

const UNREACHABLE: Explanation = [
  'database_unavailable',
  'The database cannot be reached.',
  'Check that the server runs and that DATABASE_URL names its host and port.',
];
const REFUSED: Explanation = [
  'database_unavailable',
  'The database refuses the user or password.',
  'Check the user and password in DATABASE_URL.',
];
const MISSING: Explanation = [
  'database_unavailable',
  'The server has no database of that name.',
  'Create it (CREATE DATABASE …), or mend the name in DATABASE_URL.',
];
const BUSY: Explanation = [
  'database_unavailable',
  'The database is too busy.',
  'Raise max_connections of the server, or start fewer processes.',
];
const FULL: Explanation = ['database_unavailable', "The database's disk is full.", 'Make room on its disk.'];
const STARTING: Explanation = [
  'database_unavailable',
  'The database is starting or stopping.',
  'Try again in a minute.',
];
const UNMIGRATED: Explanation = [
  'database_invalid',
  "The database lacks this version's tables.",
  'Run: kaleido migrate',
];

/**
 * By error code: of the system, of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of
 * Prisma (https://www.prisma.io/docs/orm/reference/error-reference).
 */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  '08006': UNREACHABLE,
  P1001: UNREACHABLE,
  P1002: UNREACHABLE,
  P1008: UNREACHABLE,
  P1017: UNREACHABLE,
  '28000': REFUSED,
  '28P01': REFUSED,
  P1000: REFUSED,
  P1010: REFUSED,
  '3D000': MISSING,
  P1003: MISSING,
  '53300': BUSY,
  '55P03': BUSY,
  P2024: BUSY,
  P2028: BUSY,
  P2037: BUSY,
  '53100': FULL,
  '57P01': STARTING,
  '57P02': STARTING,
  '57P03': STARTING,
  '42P01': UNMIGRATED,
  '42703': UNMIGRATED,
  P2021: UNMIGRATED,
  P2022: UNMIGRATED,
};

/** What is wrong with the database in words, or the error itself when it is not about the connection. */
export function toDatabaseError(error: unknown): unknown {
  for (const code of codesOf(error)) {
    const explanation = ownValue(EXPLANATIONS, code);
    if (explanation === undefined) continue;
    const [kaleidoCode, message, hint] = explanation;
    return new KaleidoError(kaleidoCode, message, {
      hint,
      data: { code, detail: messageOf(error) },
      cause: error,
    });
  }
  return error;
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
