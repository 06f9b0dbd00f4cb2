import type { Rng } from '../../src/engine/basics/rng.js';

/** A value as text that JSON has no literal for, so that it is a field of its own and no prototype. */
const POLLUTING = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
const DEEP = JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`);

/** What a field may turn out to be. Undefined: it is left out. */
const JUNK: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '0',
  'a'.repeat(10_000),
  '💥'.repeat(300),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'error',
  '\u0000\u001b[2J\u202e',
  '\ud800',
  '%s%n{}$1',
  '<!channel> @everyone <@1>',
  '1970-01-01T00:00:00Z',
  [],
  [null],
  [[], {}],
  {},
  { toString: null, valueOf: 1 },
  JSON.parse('{"then": 1}'),
  { length: -1 },
  POLLUTING,
  DEEP,
];

/** One of a list. */
export function pick<T>(list: readonly T[], rng: Rng): T {
  return list[Math.floor(rng.uniform() * list.length)]!;
}

/**
 * A copy of a JSON value in which one to three fields, at any depth, are missing, of another type, under another name
 * or there twice over.
 */
export function malform(value: unknown, rng: Rng): unknown {
  let copy: unknown = structuredClone(value);
  for (let times = 1 + Math.floor(rng.uniform() * 3); times > 0; times--) copy = malformOnce(copy, rng);
  return copy;
}

function malformOnce(value: unknown, rng: Rng): unknown {
  const places = placesIn(value);
  // The whole counts as one place among those of its fields.
  const place = pick([null, ...places], rng);
  if (place === null) return junk(rng);
  const { parent, key } = place;
  const before = Reflect.get(parent, key);
  const how = rng.uniform();
  if (how < 0.7) {
    const instead = junk(rng);
    if (instead === undefined && !Array.isArray(parent)) Reflect.deleteProperty(parent, key);
    else Reflect.set(parent, key, instead);
  } else if (how < 0.8) Reflect.set(parent, key, [before, structuredClone(before)]);
  else if (how < 0.9)
    Reflect.set(parent, key, typeof before === 'string' ? `${before}${before}` : String(JSON.stringify(before)));
  else if (!Array.isArray(parent)) {
    const name = pick(['constructor', 'toString', 'then', key.toUpperCase()], rng);
    Reflect.deleteProperty(parent, key);
    Object.defineProperty(parent, name, { value: before, enumerable: true, configurable: true, writable: true });
  }
  return value;
}

/** A copy of its own: what is malformed once may be malformed again. */
function junk(rng: Rng): unknown {
  return structuredClone(pick(JUNK, rng));
}

function placesIn(value: unknown): { parent: object; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesIn(inner)]);
}

/** Text that is no JSON at all, or not of the kind that is expected. */
export function junkText(rng: Rng): string {
  const letters = Array.from({ length: Math.floor(rng.uniform() * 40) }, () =>
    String.fromCharCode(Math.floor(rng.uniform() * 0x250)),
  ).join('');
  return pick(['', 'null', 'true', '0', '""', '[]', '{}', '{"', '\ufeff{}', '[1,2', 'undefined', 'NaN', letters], rng);
}
