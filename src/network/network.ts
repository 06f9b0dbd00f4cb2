import type { Agent as HttpAgent } from 'node:http';
import { Agent as DirectAgent, type Dispatcher, Pool, ProxyAgent, fetch as undiciFetch } from 'undici';
import { type ProxySettings, proxyFor } from './proxies.js';
import { type Send, sendBy } from './send.js';
import { TunnelAgent } from './tunnels.js';

/**
 * How connections leave this machine: for each kind of client that a library brings, what it takes to go through the
 * proxies.
 */
export interface Network {
  /** Through which proxy a target is reached; null for directly. */
  proxyFor(target: URL): URL | null;
  /** For clients that take `fetch`. */
  fetch: typeof fetch;
  /** The same without forms, for those that have many requests at a time. */
  send: Send;
  /** For clients of undici's; null where no proxy is set. */
  dispatcher: Dispatcher | null;
  /** For clients of `node:http`'s; null where no proxy is set. */
  agent: HttpAgent | null;
}

/** Without any proxy. */
export const DIRECT: Network = {
  proxyFor: () => null,
  fetch: (input, init) => fetch(input, init),
  send: sendBy(new DirectAgent()),
  dispatcher: null,
  agent: null,
};

/**
 * Connections through the proxies that are set, each by a tunnel (CONNECT), so that a proxy sees hosts and nothing of
 * what is said.
 */
export function createNetwork(settings: ProxySettings): Network {
  if (settings.httpProxy === undefined && settings.httpsProxy === undefined) return DIRECT;
  const proxyOf = (target: URL) => proxyFor(target, settings);
  const dispatcher = new DirectAgent({
    factory(origin, options) {
      const proxy = proxyOf(new URL(origin));
      return proxy === null ? new Pool(origin, options) : new ProxyAgent({ uri: proxy.href, proxyTunnel: true });
    },
  });
  return {
    proxyFor: proxyOf,
    fetch: (input, init) => fetchThrough(dispatcher, new Request(input, init)),
    send: sendBy(dispatcher),
    dispatcher,
    agent: new TunnelAgent(proxyOf),
  };
}

/**
 * Node's own fetch takes no dispatcher of another version of undici, and that of undici no form or body of Node's, so
 * that Node encodes the request and undici sends it.
 */
async function fetchThrough(dispatcher: Dispatcher, request: Request): Promise<Response> {
  const { headers, method, redirect, signal, url } = request;
  const body = await request.arrayBuffer();
  const answer = await undiciFetch(url, {
    method,
    headers: [...headers],
    body: body.byteLength === 0 ? null : new Uint8Array(body),
    redirect,
    signal,
    dispatcher,
  });
  // The same standard class in two versions.
  return answer as unknown as Response;
}
