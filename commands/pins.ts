import {
  CELL,
  type CommandSpec,
  cellIndex,
  type Executable,
  findGeneration,
  ID,
  KINDS,
  PROMPT,
  readKinds,
  readValues,
  suggestSavedPins,
} from '../src/chat/commands/index.js';

import { acceptedReply, message, textMessage } from '../src/chat/replies/index.js';
import { formatLatent, presentKinds } from '../src/engine/latents/index.js';
import { withOwnPictures } from './own-pictures.js';

const NAME = { name: 'name', type: 'text', maxLength: 32, isRequired: true } as const;
/** For everybody of the server rather than oneself; admins only. */
const SERVER = { name: 'server', type: 'flag' } as const;

const list: Executable = {
  options: [],
  async run(_values, { actor, core, t }) {
    const saved = await core.savedPins(actor);
    if (saved.length === 0) return textMessage(t('reply.no_saved_pins'));
    const facts = saved.map(({ name, owner, latents }) => ({
      label: t('reply.saved_pin', { name, owner }),
      value: presentKinds(latents)
        .map((kind) => `${kind}: ${formatLatent(kind, latents)}`)
        .join(' / '),
    }));
    return message([
      { type: 'heading', text: t('reply.saved_pins') },
      { type: 'facts', facts },
    ]);
  },
};

const save: Executable = {
  options: [NAME, CELL, KINDS, SERVER, ID],
  positional: 'name',
  examples: ['pins save sunset --cell 2 --kinds palette'],
  async run(raw, context) {
    const values = readValues(raw);
    const { actor, core, t } = context;
    const generation = await findGeneration(context, values, ['done', 'planned']);
    const from = {
      id: generation.id,
      cell: cellIndex(generation, values.number('cell')),
      kinds: readKinds(values.text('kinds')),
    };
    const owner = values.flag('server') ? 'space' : 'user';
    const { name, latents } = await core.savePin(actor, values.requiredText('name'), from, owner);
    return textMessage(t('reply.pin_saved', { name, kinds: presentKinds(latents).join(', ') }));
  },
};

const remove: Executable = {
  options: [{ ...NAME, suggest: suggestSavedPins }, SERVER],
  positional: 'name',
  examples: ['pins delete sunset'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const name = values.requiredText('name');
    await core.deletePin(actor, name, values.flag('server') ? 'space' : 'user');
    return textMessage(t('reply.pin_deleted', { name }));
  },
};

const use: Executable = {
  options: [{ ...NAME, suggest: suggestSavedPins }, PROMPT],
  positional: 'prompt',
  examples: ['pins use a cat on a sofa --name sunset'],
  makesGrid: true,
  async run(raw, context) {
    const values = readValues(raw);
    const { actor, core, origin } = context;
    const pins = [values.requiredText('name')];
    return withOwnPictures(context, values.requiredText('prompt'), async (own) =>
      acceptedReply(context, await core.imagine(actor, { ...own, pins }, origin)),
    );
  },
};

/** Latents kept under a name. */
export const pins: CommandSpec = { name: 'pins', subcommands: { list, save, delete: remove, use } };
