import { type ClientRequest, type Agent as HttpAgent, globalAgent as http } from 'node:http';
import { globalAgent as https } from 'node:https';
import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';

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
    if (proxy === null) return secureEndpoint ? https : http;
    const known = this.#tunnels.get(proxy.href);
    if (known !== undefined) return known;
    const tunnel = new HttpsProxyAgent(proxy, { keepAlive: true });
    this.#tunnels.set(proxy.href, tunnel);
    return tunnel;
  }
}
