import { type Executable, readValues } from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import { richMessage } from '../../src/chat/replies/index.js';
import { richLine } from '../../src/chat/text/index.js';
import { PARTS_A_UNIT } from '../../src/core/names/index.js';
import { limitsText, SUBJECT_OPTIONS, subjectLine, subjectOf } from './subject.js';

/** Most that a limit can be: more than any installation paints. */
const MOST = 1_000_000;

/** Limits a user, a role, a channel, everybody together, or each user without a limit of their own. */
export const set: Executable = {
  options: [
    { name: 'images', type: 'integer', min: 0, max: MOST },
    { name: 'in-flight', type: 'integer', min: 0, max: MOST },
    { name: 'cost', type: 'number', min: 0, max: MOST },
    ...SUBJECT_OPTIONS,
  ],
  examples: ['quota set --images 50 --in-flight 3', 'quota set --user @ada --images 200', 'quota set --cost 2.5'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const images = values.number('images');
    const inFlight = values.number('in-flight');
    const cost = values.number('cost');
    if (images === undefined && inFlight === undefined && cost === undefined) {
      throw badArgument('images', { why: 'nothing_given', choices: ['images', 'in-flight', 'cost'] });
    }
    const subject = subjectOf(values);
    const before = (await core.quotaPolicies(actor)).find(
      (one) => one.subject === subject.subject && one.subjectId === subject.subjectId,
    );
    const policy = {
      ...before,
      ...subject,
      ...(images === undefined ? {} : { imagesPerDay: images }),
      ...(inFlight === undefined ? {} : { inFlight }),
      ...(cost === undefined ? {} : { costPerDay: Math.round(cost * PARTS_A_UNIT) }),
    };
    await core.setQuota(actor, policy);
    const { unit } = await core.quota(actor);
    const limits = limitsText(t, policy, unit ?? '');
    return richMessage(richLine(t, 'reply.quota_set', { subject: subjectLine(t, policy), limits }));
  },
};
