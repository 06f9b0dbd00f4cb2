import pino from 'pino';
import { commandsFor } from '../../../../commands/index.js';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import type { Controller } from '../../../../src/chat/controller/controller.js';
import { createController } from '../../../../src/chat/controller/create-controller.js';
import type { World } from '../../core/support/world.js';

/**
 * The controller of a world's core, by the world's clock; its cards have no pictures.
 * @param painters what the commands are told that paints besides Kaleido
 */
export function controllerOf(world: World, painters: readonly string[] = []): Controller {
  const clock = () => world.time.now;
  const cards = createCardBuilder({ blobs: { get: async () => null }, generations: world.store.generations, clock });
  return createController({
    core: world.core,
    cards,
    commands: commandsFor({ styles: ['flat'], groups: ['objects'], painters }),
    log: pino({ level: 'silent' }),
    clock,
  });
}
