import {
  type Executable,
  type OptionSpec,
  readValues,
  suggestOwnThings,
  type Values,
} from '../../src/chat/commands/index.js';
import { message, text, textMessage } from '../../src/chat/replies/index.js';
import { LIMITS } from '../../src/engine/basics/index.js';
import { FACE, isFaceless, shownPicture } from '../own-pictures.js';

const NAME = { name: 'name', type: 'text', maxLength: LIMITS.ownName.max, isRequired: true } as const;
const KNOWN_NAME: OptionSpec = { ...NAME, suggest: suggestOwnThings };
/** For oneself, or for everybody of the server; that is for admins only. */
const FOR: OptionSpec = { name: 'for', type: 'choice', choices: ['me', 'server'] };

const ownerOf = (values: Values) => (values.text('for') === 'server' ? 'space' : 'user');

/** Keeps a picture under a name. */
export const add: Executable = {
  options: [NAME, { name: 'picture', type: 'picture', isRequired: true }, FACE, FOR],
  positional: 'name',
  messageMenu: 'menu.use_as_thing',
  examples: ['things add mascot --picture mascot.png', 'things add logo --picture logo.png --face none --for server'],
  async run(raw, { actor, core, pictures, t }) {
    const values = readValues(raw);
    const { bytes } = await shownPicture(pictures, values.requiredText('picture'));
    const { name } = await core.addThing(actor, {
      name: values.requiredText('name'),
      bytes,
      isFaceless: isFaceless(values),
      owner: ownerOf(values),
    });
    return textMessage(t('reply.thing_added', { name }));
  },
};

/** What is kept, one's own first. */
export const list: Executable = {
  options: [],
  async run(_values, { actor, core, t }) {
    const things = await core.savedThings(actor);
    const [first] = things;
    if (first === undefined) return textMessage(t('reply.no_own_things'));
    const items = things.map(({ name, owner, isFaceless: none }) =>
      t('reply.own_thing', { name, owner, isFaceless: String(none) }),
    );
    const own = things.filter(({ owner }) => owner === 'user').length;
    return message([
      { type: 'heading', text: t('reply.own_things') },
      { type: 'list', items },
      text(t('reply.own_things_room', { count: own, most: core.thingRoom('user').things, name: first.name })),
    ]);
  },
};

/** Gives what is kept another name. */
export const rename: Executable = {
  options: [KNOWN_NAME, { ...NAME, name: 'to' }, FOR],
  positional: 'name',
  examples: ['things rename mascot --to otter'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const [name, to] = [values.requiredText('name'), values.requiredText('to')];
    await core.renameThing(actor, name, to, ownerOf(values));
    return textMessage(t('reply.thing_renamed', { name, to }));
  },
};

/** Forgets what is kept. */
export const remove: Executable = {
  options: [KNOWN_NAME, FOR],
  positional: 'name',
  examples: ['things remove mascot'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const name = values.requiredText('name');
    await core.removeThing(actor, name, ownerOf(values));
    return textMessage(t('reply.thing_removed', { name }));
  },
};
