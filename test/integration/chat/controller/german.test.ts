import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatActionId } from '../../../../src/chat/cards/action-id.js';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import type { Controller } from '../../../../src/chat/controller/controller.js';
import { createController } from '../../../../src/chat/controller/create-controller.js';
import { CATALOGUES } from '../../../../src/chat/i18n/locales.js';
import type { Reply } from '../../../../src/chat/replies/reply.js';
import { quiet } from '../../../../src/core/basics/log.js';
import { englishIn } from '../../../support/english-in.js';
import { commands } from '../../../unit/commands/support/commands.js';
import { here, openWorld, somebody, type World } from '../../core/support/world.js';

let world: World;
let controller: Controller;

beforeAll(async () => {
  world = await openWorld();
  const clock = () => world.time.now;
  const cards = createCardBuilder({ blobs: { get: async () => null }, generations: world.store.generations, clock });
  controller = createController({ core: world.core, cards, commands, log: quiet, clock });
});
afterAll(() => world.close());

const admin = () => somebody({ locale: 'de', isAdmin: true });

/** The German text of a refusal, which has no English in it and is no outage. */
function expectGerman(reply: Reply): string {
  if (reply.type !== 'message') throw new Error(`The reply is a ${reply.type}.`);
  expect(reply.isError).toBe(true);
  const text = reply.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
  expect(englishIn(text), text).toEqual([]);
  expect(text).not.toContain(CATALOGUES.de?.['errors.unknown'].slice(0, 30));
  expect(text).toMatch(
    /(?<!\p{L})(der|die|das|gib|wird|ist|nicht|kein|keine|ein|eine|und|muss|gibt|nur|es|etwa|oder|von|bis|im)(?!\p{L})/iu,
  );
  return text;
}

it.each<[string, string, Record<string, string>]>([
  ['an empty prompt', 'imagine', { prompt: ' ' }],
  ['no prompt', 'imagine', {}],
  ['too many pictures', 'imagine', { prompt: 'a cat', count: '12' }],
  ['steps out of range', 'imagine', { prompt: 'a cat', steps: '1000' }],
  ['guidance that is no number', 'imagine', { prompt: 'a cat', guidance: 'stark' }],
  ['an unknown style', 'imagine', { prompt: 'a cat', style: 'baroque' }],
  ['an unknown sampler', 'imagine', { prompt: 'a cat', sampler: 'euler' }],
  ['an unknown kind', 'imagine', { prompt: 'a cat', kinds: 'smell' }],
  ['an unknown colour', 'imagine', { prompt: 'a cat', pin: 'palette=blurple' }],
  ['shares of too much', 'imagine', { prompt: 'a cat', pin: 'palette=red 80%, white 40%' }],
  ['no colours', 'imagine', { prompt: 'a cat', pin: 'palette=' }],
  ['a box without numbers', 'imagine', { prompt: 'a cat', pin: 'boxes=cat' }],
  ['a box upside down', 'imagine', { prompt: 'a cat', pin: 'boxes=cat 64,64,0,0' }],
  ['an ellipse without numbers', 'imagine', { prompt: 'a cat', pin: 'shapes=1' }],
  ['letters that cannot be read', 'imagine', { prompt: 'a cat', pin: 'description=日本' }],
  ['too few codes', 'imagine', { prompt: 'a cat', pin: 'texture=1,2' }],
  ['a kind pinned twice', 'imagine', { prompt: 'a cat', pin: 'palette=red | palette=blue' }],
  ['a pin that nobody saved', 'imagine', { prompt: 'a cat', pin: 'hauswand' }],
  ['a broken code', 'imagine', { prompt: 'a cat', code: 'nonsense' }],
  ['a code of other characters', 'imagine', { prompt: 'a cat', code: 'a b!' }],
  ['nested alternatives', 'imagine', { prompt: '{a|{b|c}} cat' }],
  ['what nothing is known of', 'imagine', { prompt: 'zorpel quux' }],
  ['a blocked word', 'imagine', { prompt: 'a dick' }],
  ['an unknown command', 'paint-me', {}],
  ['an unknown grid', 'show', { id: 'zzzzzzzzzzzz' }],
  ['an unknown group', 'things', { group: 'planets' }],
  ['settings out of range', 'settings', { steps: '999' }],
  ['a language that is none', 'settings', { language: 'no such tongue' }],
  ['a time zone that is none', 'admin timezone', { zone: 'Mars/Olympus' }],
  ['a quota of nothing', 'quota set', {}],
  ['a quota that nobody has', 'quota remove', { user: 'u7' }],
])('%s is refused in German', async (_, path, values) => {
  expectGerman(await controller.invoke({ actor: admin(), path, values, origin: here() }));
});

it('a form with a colour that is none is refused in German', async () => {
  const actor = admin();
  const painted = await world.paint(await world.core.imagine(actor, { prompt: 'a cat' }, here()));
  const id = formatActionId('edit', painted.id, 0, 'palette');
  const fields = { value: 'blurple' };
  expectGerman(await controller.act({ actor, id, values: [], fields, message: null, origin: here() }));
});
