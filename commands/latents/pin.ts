import {
  CELL,
  type CommandContext,
  type Executable,
  findGeneration,
  ID,
  KIND,
  readKinds,
  readValues,
  toIndex,
  type Values,
} from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import { cardOf, type MessageReply, message, text } from '../../src/chat/replies/index.js';

import { kindLabel } from '../../src/chat/text/index.js';
import type { Generation, Pin } from '../../src/core/index.js';

/** Keeps a cell, a kind, or one kind of one cell in the next reroll. */
export const pin: Executable = {
  options: [CELL, KIND, ID],
  positional: 'cell',
  examples: ['latents pin --kind palette', 'latents pin 2 --kind boxes', 'latents pin 3'],
  async run(raw, context) {
    const values = readValues(raw);
    const generation = await findGeneration(context, values);
    await context.core.pin(context.actor, generation.id, pinOf(values));
    return pinsReply(context, generation);
  },
};

/** Takes back a pin, or all of them. */
export const unpin: Executable = {
  options: [CELL, KIND, { name: 'all', type: 'flag' }, ID],
  positional: 'cell',
  examples: ['latents unpin 3', 'latents unpin --all'],
  async run(raw, context) {
    const values = readValues(raw);
    const generation = await findGeneration(context, values);
    const { actor, core } = context;
    const pins = values.flag('all') ? await core.pins(actor, generation.id) : [pinOf(values)];
    for (const one of pins) await core.unpin(actor, generation.id, one);
    return pinsReply(context, generation);
  },
};

function pinOf(values: Values): Pin {
  const [kind = null] = readKinds(values.text('kind'), 'kind');
  const cell = toIndex(values.number('cell'));
  if (kind === null && cell === null) {
    throw badArgument('cell', { why: 'nothing_given', choices: ['cell', 'kind'] });
  }
  return { cell, kind };
}

/** What is pinned now, with the buttons that make use of it. */
async function pinsReply(context: CommandContext, generation: Generation): Promise<MessageReply> {
  const { actor, core, t } = context;
  const pins = await core.pins(actor, generation.id);
  const { actions } = await cardOf(context, generation);
  if (pins.length === 0) return message([text(t('reply.nothing_pinned', { id: generation.id }))], { actions });
  const items = pins.map(({ cell, kind, isLocal }) => {
    const name = kind === null ? '' : kindLabel(t, kind);
    if (cell === null) return t('notice.pin.kind', { kind: name });
    if (kind === null) return t('notice.pin.cell', { cell: cell + 1 });
    return t(isLocal ? 'notice.pin.cell_own' : 'notice.pin.cell_kind', { cell: cell + 1, kind: name });
  });
  return message([text(t('reply.pinned', { id: generation.id })), { type: 'list', items }], { actions });
}
