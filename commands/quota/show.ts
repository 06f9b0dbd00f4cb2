import { type CommandContext, type Executable, readValues } from '../../src/chat/commands/index.js';
import { dateTime } from '../../src/chat/i18n/index.js';
import { type Block, message } from '../../src/chat/replies/index.js';
import { joined } from '../../src/chat/text/index.js';

import type { QuotaReport } from '../../src/core/index.js';
import { costText, limitsText, subjectLine, subjectText } from './subject.js';

/** What one may still do today; admins see others' and every policy of the server. */
export const show: Executable = {
  options: [{ name: 'user', type: 'user' }],
  positional: 'user',
  examples: ['quota show'],
  async run(raw, context) {
    const user = readValues(raw).text('user');
    const { actor, core, t } = context;
    const report = await core.quota(actor, user);
    const title = user === undefined ? t('reply.quota_own') : t('reply.quota_of', { user });
    const policies = actor.isAdmin ? await policyBlocks(context, report.unit ?? '') : [];
    return message([{ type: 'heading', text: title }, { type: 'facts', facts: factsOf(context, report) }, ...policies]);
  },
};

function factsOf({ actor, t }: CommandContext, { usage, limits, unit, resetsAt, timeZone }: QuotaReport) {
  return [
    { label: t('reply.quota_used'), value: t('reply.quota_images_used', { images: usage.images }) },
    ...(unit === null ? [] : [{ label: t('reply.quota_spent'), value: costText(usage.cost, unit) }]),
    ...(usage.granted > 0
      ? [{ label: t('reply.quota_granted'), value: t('reply.quota_images_used', { images: usage.granted }) }]
      : []),
    { label: t('reply.quota_running'), value: String(usage.inFlight) },
    ...limits.map((one) => ({
      label: t('reply.quota_limit', { subject: subjectText(t, one) }),
      value: limitsText(t, one.limits, unit ?? ''),
    })),
    ...(limits.length === 0 ? [{ label: t('reply.quota_limits'), value: t('reply.quota_unlimited') }] : []),
    { label: t('reply.quota_resets'), value: `${dateTime(resetsAt, timeZone, actor.locale)} (${timeZone})` },
  ];
}

async function policyBlocks({ actor, core, t }: CommandContext, unit: string): Promise<Block[]> {
  const policies = await core.quotaPolicies(actor);
  if (policies.length === 0) return [{ type: 'text', text: t('reply.no_quota_policies') }];
  const items = policies.map((policy) => joined([subjectLine(t, policy), [limitsText(t, policy, unit)]], ': '));
  return [
    { type: 'heading', text: t('reply.quota_policies') },
    { type: 'rich-list', items },
  ];
}
