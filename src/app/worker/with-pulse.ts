import type { Engine } from '../../engine/requests/index.js';
import type { Pulse } from '../supervision/index.js';

/** The same engine, which marks in the pulse when its models have work. */
export function withPulse(engine: Engine, pulse: Pick<Pulse, 'busy'>): Engine {
  return {
    ...engine,
    async plan(request, signal) {
      const done = pulse.busy();
      try {
        return await engine.plan(request, signal);
      } finally {
        done();
      }
    },
    async *paintTogether(requests) {
      const done = pulse.busy();
      try {
        yield* engine.paintTogether(requests);
      } finally {
        done();
      }
    },
  };
}
