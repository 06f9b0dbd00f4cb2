import type { Agent, ClientRequest } from 'node:http';
import http from 'node:http';
import https from 'node:https';

interface UpgradeRequest {
  headers?: { Upgrade?: unknown };
  agent?: unknown;
}

/**
 * Sends the connections of `ws` through an agent where whoever opens them gives none. @discordjs/ws is such: it hands
 * `ws` no options but a timeout (https://github.com/discordjs/discord.js/issues/10716), and `ws` asks no global agent,
 * so that there is no other place to give it one.
 *
 * @returns takes it back
 */
export function tunnelWebSockets(agent: Agent): () => void {
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
