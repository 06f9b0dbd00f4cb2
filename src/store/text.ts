import { z } from 'zod';
import { Prisma } from './generated/client.js';

const inputSchema = z.union([z.record(z.string(), z.json()), z.array(z.json()), z.string(), z.number(), z.boolean()]);

/** Text as PostgreSQL can keep it: it knows no NUL and no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A value for a JSON column that is never null; what JSON cannot say (undefined fields) is left out. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return inputSchema.parse(JSON.parse(storableJson(value)));
}

/** A value for a JSON column that may be null. */
export function toNullableJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null || value === undefined ? Prisma.DbNull : toJson(value);
}

/** As JSON that PostgreSQL can keep. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner));
}
