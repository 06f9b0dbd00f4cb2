import http, { type ClientRequest, type Agent as HttpAgent } from 'node:http';
import https from 'node:https';
import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';

interface UpgradeRequest {
  headers?: { Upgrade?: unknown };
  agent?: unknown;
}

/** An agent for requests of `node:http` and `node:https`, which finds for each the proxy to tunnel through. */
export class TunnelAgent extends Agent {
  readonly #proxyFor: (target: URL) => URL | null;
  readonly #tunnels = new Map<string, HttpAgent>();

  /** @param proxyFor the proxy for a target; null for none */
  constructor(proxyFor: (target: URL) => URL | null) {
    super({ keepAlive: true });
    this.#proxyFor = proxyFor;
  }

  /** Called for every new socket; the agent that it answers opens it. */
  connect(_request: ClientRequest, { host, port, secureEndpoint }: AgentConnectOpts): HttpAgent {
    const name = host?.includes(':') ? `[${host}]` : host;
    const proxy = this.#proxyFor(new URL(`${secureEndpoint ? 'https' : 'http'}://${name}:${port}`));
    if (proxy === null) return (secureEndpoint ? https : http).globalAgent;
    const known = this.#tunnels.get(proxy.href);
    if (known !== undefined) return known;
    const tunnel = new HttpsProxyAgent(proxy, { keepAlive: true });
    this.#tunnels.set(proxy.href, tunnel);
    return tunnel;
  }
}

/**
 * Sends the connections of `ws` through an agent where whoever opens them gives none. @discordjs/ws is such: it hands
 * `ws` no options but a timeout (https://github.com/discordjs/discord.js/issues/10716), and `ws` asks no global agent,
 * so that there is no other place to give it one.
 *
 * @returns takes it back
 */
export function tunnelWebSockets(agent: HttpAgent): () => void {
  const restore = [http, https].map((module) => {
    const { request } = module;
    const tunnelling = (options: UpgradeRequest, ...rest: unknown[]): ClientRequest => {
      const isBare = options?.headers?.Upgrade === 'websocket' && options.agent === undefined;
      return Reflect.apply(request, module, [isBare ? { ...options, agent } : options, ...rest]) as ClientRequest;
    };
    module.request = tunnelling as typeof request;
    return () => {
      module.request = request;
    };
  });
  return () => {
    for (const undo of restore) undo();
  };
}
