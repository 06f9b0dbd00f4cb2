import { EngineError } from '../basics/index.js';
import { openSession, type Session, type SessionOptions } from './onnx.js';

/** Opens a graph as `openSession` does; what a provider fails at later is done on the CPU. */
export async function openLasting(path: string, options: SessionOptions = {}): Promise<Session> {
  const session = await openSession(path, options);
  if (session.provider === 'cpu') return session;
  return withStandIn(session, () => openSession(path, { ...options, providers: [] }), options.onWarning);
}

/**
 * A session that goes on on the CPU from the first run that its provider fails at, as a graphics card does whose memory
 * is used up, or that the system takes away: that run is done again.
 *
 * @param openOnCpu opens the same graph there
 * @param onWarning told once, in one sentence
 */
export function withStandIn(
  session: Session,
  openOnCpu: () => Promise<Session>,
  onWarning: (message: string) => void = () => undefined,
): Session {
  let standIn: Promise<Session> | undefined;
  return {
    ...session,
    get provider() {
      return standIn === undefined ? session.provider : 'cpu';
    },
    async run(inputs, outputs) {
      if (standIn !== undefined) return (await standIn).run(inputs, outputs);
      try {
        return await session.run(inputs, outputs);
      } catch (error) {
        if (!(error instanceof EngineError && error.is('model_failed') && error.data.why === 'failed')) throw error;
        if (standIn === undefined) onWarning(`${session.provider} failed (${error.data.detail}); the CPU goes on.`);
        standIn ??= openOnCpu();
        return (await standIn).run(inputs, outputs);
      }
    },
    async dispose() {
      await session.dispose();
      await (await standIn)?.dispose();
    },
  };
}
