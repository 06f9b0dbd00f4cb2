import type { GatewayLimits } from '../gateway/gateway.js';
import { ok, type Route } from '../rest/router.js';

/** developers/events/gateway#get-gateway-bot */
export function gatewayRoutes(limits: GatewayLimits, shards: number): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: ({ world }) =>
        ok({
          url: `${world.baseUrl.replace('http', 'ws')}/gateway`,
          shards,
          session_start_limit: {
            total: 1000,
            remaining: 999,
            reset_after: 86_400_000,
            max_concurrency: limits.maxConcurrency,
          },
        }),
    },
  ];
}
