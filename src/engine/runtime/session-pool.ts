import type { GraphEdit, Provider, Session, SessionOptions } from './onnx.js';
import { openLasting } from './standing-in.js';

/** Sessions shared by everything that runs one bundle, opened on first use. */
export interface SessionPool {
  /**
   * The session of a graph, opened once. A failed opening is forgotten, so that the next call tries again.
   * @param edit what the first call makes of the graph; a path is to be opened with the same edit always
   * @param providers where it runs; default: where all others do
   */
  open(path: string, edit?: GraphEdit, providers?: readonly Provider[]): Promise<Session>;
  /** Closes every session that was opened; the pool may be used again afterwards. */
  dispose(): Promise<void>;
}

/**
 * Makes a pool whose sessions share the same options. A warning is passed on once, not once a graph.
 * @param open how a graph is opened; replaceable so that the pool's own rules can be tested without a model.
 */
export function createSessionPool(options: SessionOptions = {}, open = openLasting): SessionPool {
  const sessions = new Map<string, Promise<Session>>();
  const warned = new Set<string>();
  const onWarning = (message: string) => {
    if (!warned.has(message)) options.onWarning?.(message);
    warned.add(message);
  };
  return {
    open(path, edit, providers) {
      const known = sessions.get(path);
      if (known) return known;
      const opening = open(path, {
        ...options,
        ...(edit ? { edit } : {}),
        ...(providers ? { providers } : {}),
        onWarning,
      });
      sessions.set(path, opening);
      opening.catch(() => sessions.delete(path));
      return opening;
    },
    async dispose() {
      const opened = [...sessions.values()];
      sessions.clear();
      const settled = await Promise.allSettled(opened);
      await Promise.all(settled.map((result) => (result.status === 'fulfilled' ? result.value.dispose() : undefined)));
    },
  };
}
