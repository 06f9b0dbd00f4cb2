/** Proxies that connections go through, as environments name them. */
export interface ProxySettings {
  /** For `http:` and `ws:` targets; none when absent. */
  httpProxy?: string | undefined;
  /** For `https:` and `wss:` targets; `httpProxy` when absent. */
  httpsProxy?: string | undefined;
  /** Hosts that are reached directly, with commas or spaces between them. */
  noProxy?: string | undefined;
}

const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http:', '80'],
  ['ws:', '80'],
  ['https:', '443'],
  ['wss:', '443'],
]);

const isSecure = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'wss:';

/** The port of a URL, also where it is the usual one of its scheme. */
export const portOf = ({ port, protocol }: URL): string => port || (DEFAULT_PORTS.get(protocol) ?? '');

/**
 * The proxy that a target is reached through, null where it is reached directly. `NO_PROXY` is read as curl reads it
 * (https://curl.se/libcurl/c/CURLOPT_NOPROXY.html), with a port where one is named: `example.com`, `.example.com` and
 * `*.example.com` stand for the host and all beneath it, `*` for everything.
 */
export function proxyFor(target: URL, { httpProxy, httpsProxy = httpProxy, noProxy = '' }: ProxySettings): URL | null {
  const proxy = isSecure(target) ? httpsProxy : httpProxy;
  if (proxy === undefined || noProxy.split(/[,\s]+/).some((entry) => covers(entry, target))) return null;
  return new URL(proxy);
}

function covers(entry: string, target: URL): boolean {
  const [, named = '', port] = /^(\[.*\]|[^:]*|.*)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (port !== undefined && port !== portOf(target)) return false;
  if (named === '*') return true;
  const host = bare(named.replace(/^\*?\./, ''));
  const hostname = bare(target.hostname);
  return host !== '' && (hostname === host || hostname.endsWith(`.${host}`));
}

/** An IPv6 address without its brackets, which only some write. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

/** A proxy as it may be shown and logged: without the password and the user. */
export const proxyName = ({ protocol, host }: URL): string => `${protocol}//${host}`;
