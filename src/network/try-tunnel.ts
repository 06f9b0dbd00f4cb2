import http from 'node:http';
import https from 'node:https';
import { portOf } from './proxies.js';

/** Milliseconds that a proxy may take to answer. */
const PATIENCE_MS = 10_000;

/**
 * Asks a proxy for a tunnel (RFC 9110, 9.3.6), and closes it again.
 *
 * @param target what to reach through it
 * @returns the status that it answered, 2xx when it opened one
 * @throws Error when it does not answer
 */
export function tryTunnel(proxy: URL, target: URL): Promise<number> {
  const { request } = proxy.protocol === 'https:' ? https : http;
  const host = `${target.hostname}:${portOf(target)}`;
  const user = [proxy.username, proxy.password].map(decodeURIComponent).join(':');
  return new Promise((resolve, reject) => {
    const asking = request({
      host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: portOf(proxy),
      method: 'CONNECT',
      path: host,
      headers: {
        host,
        ...(user === ':' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` }),
      },
      timeout: PATIENCE_MS,
    });
    asking.once('connect', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    asking.once('timeout', () => asking.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)));
    asking.once('error', reject);
    asking.end();
  });
}
