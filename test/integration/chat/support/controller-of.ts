import pino from 'pino';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import type { Controller } from '../../../../src/chat/controller/controller.js';
import { createController } from '../../../../src/chat/controller/create-controller.js';
import { commands } from '../../../unit/commands/support/commands.js';
import type { World } from '../../core/support/world.js';

/** The controller of a world's core, by the world's clock; its cards have no pictures. */
export function controllerOf(world: World): Controller {
  const clock = () => world.time.now;
  const cards = createCardBuilder({ blobs: { get: async () => null }, generations: world.store.generations, clock });
  return createController({ core: world.core, cards, commands, log: pino({ level: 'silent' }), clock });
}
