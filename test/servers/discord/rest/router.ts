import type { World } from '../state/world.js';
import type { Body } from './body.js';

export interface Request extends Body {
  world: World;
  /** Of the path, by name, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
}

/** So many requests in so many milliseconds. */
export interface RateLimit {
  limit: number;
  windowMs: number;
}

export interface Reply {
  status: number;
  body?: object;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v10, with `:names`. */
  path: string;
  /** Needs no bot token: the path carries one; and is outside the global rate limit. */
  isOpen?: boolean;
  limit?: RateLimit;
  handle: (request: Request) => Reply | Promise<Reply>;
}

export const ok = (body: object): Reply => ({ status: 200, body });
export const NO_CONTENT: Reply = { status: 204 };

/** One of a request's path parameters; the router has put it there. */
export function parameter(request: Request, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new Error(`The route has no :${name}.`);
  return value;
}

/** Finds routes by method and path. */
export function createRouter(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({ route, parts: route.path.split('/') }));
  return (method: string, path: string): { route: Route; params: Record<string, string> } | 'no path' | 'no method' => {
    const parts = path.split('/');
    const fitting = compiled.filter((one) => fits(one.parts, parts));
    // A literal part beats a parameter: /messages/@original before /messages/:message.
    const found = fitting
      .filter(({ route }) => route.method === method)
      .sort((a, b) => names(a.parts).length - names(b.parts).length)[0];
    if (!found) return fitting.length === 0 ? 'no path' : 'no method';
    const entries = found.parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), parts[index] ?? '']] : [],
    );
    return { route: found.route, params: Object.fromEntries(entries) };
  };
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length && pattern.every((part, index) => part.startsWith(':') || part === parts[index])
  );
}

function names(pattern: readonly string[]): string[] {
  return pattern.filter((part) => part.startsWith(':'));
}
