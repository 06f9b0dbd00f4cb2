import type { Executable } from '../../src/chat/commands/index.js';
import type { Translate } from '../../src/chat/i18n/index.js';
import { message } from '../../src/chat/replies/index.js';
import type { CoreStatus } from '../../src/core/index.js';

/** What runs, and how much waits. */
export const status: Executable = {
  options: [],
  async run(_values, { actor, core, t }) {
    const { version, bundle, licence, painters, waiting, active, etaSeconds } = await core.status(actor);
    const facts = [
      { label: t('reply.status_version'), value: version },
      { label: t('reply.status_bundle'), value: t('about.licensed', { name: bundle, licence }) },
      ...painters.map((one) => ({ label: t('reply.status_painter'), value: painterText(one, t) })),
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

/** What paints, with what, and under which licence that is. */
function painterText(
  { name, model, protocol, licence, upscaler }: CoreStatus['painters'][number],
  t: Translate,
): string {
  if (model === undefined || protocol === undefined) return t('reply.painter_unseen', { name });
  return t('reply.painter', { name, model, protocol, licence: licence ?? 'none', upscaler: upscaler ?? 'none' });
}
