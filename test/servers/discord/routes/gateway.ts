import type { Gateway } from '../gateway/gateway.js';
import { ok, type Route } from '../rest/router.js';

/** developers/events/gateway#get-gateway-bot */
export function gatewayRoutes(gateway: Gateway, shards: number): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: ({ world }) =>
        ok({
          url: `${world.baseUrl.replace('http', 'ws')}/gateway`,
          shards,
          session_start_limit: {
            total: gateway.limits.identifiesADay,
            remaining: Math.max(0, gateway.limits.identifiesADay - gateway.identifies),
            reset_after: 86_400_000,
            max_concurrency: gateway.limits.maxConcurrency,
          },
        }),
    },
  ];
}
