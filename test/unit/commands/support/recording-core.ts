import pino from 'pino';
import { createCardBuilder } from '../../../../src/chat/cards/card-builder.js';
import { createController } from '../../../../src/chat/controller/create-controller.js';
import type { AcceptedNow, Core } from '../../../../src/core/core.js';
import type { Generation } from '../../../../src/core/types.js';
import { actorOf } from '../../../support/people.js';
import { generationOf } from '../../chat/support/generations.js';
import { commands } from './commands.js';

/** Calls of use cases in order: the name and what followed the actor. */
export type Calls = [name: string, ...rest: unknown[]][];

const PICTURE_SIDE = 128;
/** What is answered at once, of the bundle and not of what was asked before. */
const OF_BUNDLE: readonly (keyof Core)[] = ['thingGroups', 'thingsOf', 'findThings', 'completions', 'artworks'];

/**
 * A core that answers as it is told and remembers what it was asked; anything else fails the test. It shows what
 * commands make of options; what the real core makes of that is shown in test/integration.
 */
export function createRecordingCore(answers: Partial<Core>): { core: Core; calls: Calls } {
  const calls: Calls = [];
  const core = new Proxy(answers, {
    get(target, name) {
      if (name === 'pictureSide') return () => PICTURE_SIDE;
      if (name === 'isUpscalable') return async () => false;
      if (OF_BUNDLE.some((one) => one === name) && name in target) return Reflect.get(target, name);
      return async (actor: unknown, ...rest: unknown[]) => {
        const answer = Reflect.get(target, name);
        if (typeof answer !== 'function') throw new Error(`Nobody expected ${String(name)}.`);
        calls.push([String(name), ...rest]);
        return answer(actor, ...rest);
      };
    },
    // The proxy has every use case, which its type cannot know.
  }) as Core;
  return { core, calls };
}

export const ACTOR = actorOf({ spaceId: 'space', channelId: 'channel' });

export function acceptedOf(generation: Generation): AcceptedNow {
  const delivery = {
    id: `delivery-${generation.id}`,
    generationId: generation.id,
    platform: generation.platform,
    address: {},
    message: null,
    attempts: 0,
  };
  return {
    generation,
    delivery,
    isNew: true,
    position: { ahead: 0, etaSeconds: null },
  };
}

/** The real commands, controller and cards over a recording core. */
export function controllerOver(answers: Partial<Core>) {
  const queued = generationOf({
    id: 'newnewnewnew',
    status: 'queued',
    cells: [],
    gridKey: null,
    vendi: null,
    candidates: null,
  });
  const accepted = async () => acceptedOf(queued);
  const { core, calls } = createRecordingCore({
    settings: async () => ({}),
    pins: async () => [],
    artworks: () => [],
    history: async () => [generationOf({ conversationId: 'elsewhere', id: 'e1sewheree1s' }), generationOf()],
    show: async (_actor, id) => generationOf({ id }),
    code: async (_actor, id, cell) => `code-${id}-${cell}`,
    imagine: accepted,
    rerollAll: accepted,
    rerollCell: accepted,
    edit: accepted,
    splice: accepted,
    variations: accepted,
    paint: accepted,
    useLatents: accepted,
    ...answers,
  });
  const clock = () => new Date('2026-01-01T12:00:00Z');
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const cards = createCardBuilder({ blobs: { get: async () => png }, generations: { find: async () => null }, clock });
  const controller = createController({ core, cards, commands, log: pino({ level: 'silent' }), clock });
  /** Without the reads that every command makes. */
  const made = () => calls.filter(([name]) => !['settings', 'pins', 'history', 'show'].includes(name));
  return { controller, cards, core, calls, made };
}
