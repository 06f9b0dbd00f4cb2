import { type Executable, matching, readValues } from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import { dateTime } from '../../src/chat/i18n/index.js';
import { textMessage } from '../../src/chat/replies/index.js';

/** IANA names that this Node knows; `UTC` itself is not among those that it lists. */
const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Shows or sets whose midnight starts the day's quotas afresh. */
export const timezone: Executable = {
  options: [
    {
      name: 'zone',
      type: 'text',
      maxLength: 50,
      pattern: /^[A-Za-z][\w+\-/]+$/,
      suggest: async ({ partial }) =>
        matching(
          ZONES.map((zone) => ({ value: zone, label: zone })),
          partial.replaceAll(' ', '_'),
        ),
    },
    { name: 'unset', type: 'flag' },
  ],
  positional: 'zone',
  examples: ['admin timezone Europe/Berlin', 'admin timezone --unset'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const [zone, isUnset] = [values.text('zone'), values.flag('unset')];
    if (zone !== undefined && isUnset) throw badArgument('unset', { why: 'one_of', choices: ['zone', 'unset'] });
    if (zone !== undefined || isUnset) await core.setTimeZone(actor, zone ?? null);
    const { timeZone, resetsAt } = await core.quota(actor);
    const when = dateTime(resetsAt, timeZone, actor.locale);
    return textMessage(t('reply.timezone', { zone: timeZone, when }));
  },
};
