/** Fields that tell what people asked for. */
const PRIVATE_FIELDS = ['prompt', 'latents', 'text', 'title'];
/** Errors of HTTP clients carry the request, and with it tokens; what is called a secret is one. */
const SECRET_FIELDS = [
  'token',
  'authorization',
  'headers',
  'request',
  'requestbody',
  'credentials',
  'config',
  'password',
  'secret',
  'cookie',
  'connectionstring',
];

const DEEPEST = 8;
const MOST_ITEMS = 50;
const MOST_LETTERS = 4_000;

/**
 * Facts as they are logged: without the fields that tell too much, at any depth and within errors and their causes;
 * long texts cut, getters that throw passed over. Whatever was thrown can be written.
 */
export function loggable(facts: object, isPrivateShown: boolean): Record<string, unknown> {
  const hidden = new Set([...SECRET_FIELDS, ...(isPrivateShown ? [] : PRIVATE_FIELDS)]);
  return fieldsOf(facts, hidden, [], Object.keys(facts));
}

function told(value: unknown, hidden: ReadonlySet<string>, above: readonly object[]): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value) || above.length >= DEEPEST) return '[…]';
  const path = [...above, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof Error) return { type: value.name, ...fieldsOf(value, hidden, path, errorKeys(value)) };
  if (value instanceof Map || value instanceof Set) return told([...value], hidden, above);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => told(item, hidden, path));
  // Clients, sockets and the like, which errors of drivers carry: nobody reads them, and they hold what opened them.
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return `[${value.constructor?.name}]`;
  return fieldsOf(value, hidden, path, Object.keys(value));
}

/** Message and stack are no enumerable fields, nor are the causes. */
function errorKeys(error: Error): string[] {
  return [...new Set(['message', 'stack', 'cause', 'errors', ...Object.keys(error)])];
}

function fieldsOf(value: object, hidden: ReadonlySet<string>, path: readonly object[], keys: readonly string[]) {
  const entries = keys.slice(0, MOST_ITEMS).flatMap((key): [string, unknown][] => {
    if (hidden.has(key.toLowerCase())) return [];
    try {
      const field = told(Reflect.get(value, key), hidden, path);
      return field === undefined ? [] : [[key, field]];
    } catch {
      return [[key, '[unreadable]']];
    }
  });
  return Object.fromEntries(entries);
}

function cut(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS)}… (${text.length} letters)`;
}
