import type { JobEvent, Jobs, QueuePosition } from '../../../../src/core/ports.js';
import type { Progress } from '../../../../src/core/types.js';

/** What workers would tell, told by the test. */
export interface Events extends Pick<Jobs, 'subscribe' | 'position'> {
  progress(generationId: string, step: number, attempt?: number): void;
  ended(generationId: string): void;
  /** Places in the queue; those not named have nobody before them. */
  places: Map<string, QueuePosition>;
  listeners: number;
}

export function createEvents(): Events {
  const listeners = new Set<(event: JobEvent) => void>();
  const emit = (event: JobEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    places: new Map(),
    get listeners() {
      return listeners.size;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async position(id) {
      return this.places.get(id) ?? { ahead: 0, etaSeconds: null };
    },
    progress(generationId, step, attempt = 1) {
      const progress: Progress = { generationId, attempt, phase: 'painting', step, steps: 1000, previewKey: null };
      emit({ type: 'progress', progress });
    },
    ended: (generationId) => emit({ type: 'ended', generationId }),
  };
}
