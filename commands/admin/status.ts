import type { Executable } from '../../src/chat/commands/index.js';
import { message } from '../../src/chat/replies/index.js';

/** What runs, and how much waits. */
export const status: Executable = {
  options: [],
  async run(_values, { actor, core, t }) {
    const { version, bundle, waiting, active, etaSeconds } = await core.status(actor);
    const facts = [
      { label: t('reply.status_version'), value: version },
      { label: t('reply.status_bundle'), value: bundle },
      { label: t('reply.status_waiting'), value: String(waiting) },
      { label: t('reply.status_active'), value: String(active) },
      ...(etaSeconds === null || waiting + active === 0
        ? []
        : [{ label: t('reply.status_eta'), value: t('reply.seconds', { seconds: Math.ceil(etaSeconds) }) }]),
    ];
    return message([
      { type: 'heading', text: t('reply.status') },
      { type: 'facts', facts },
    ]);
  },
};
