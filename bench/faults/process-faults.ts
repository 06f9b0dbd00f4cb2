import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.js';
import type { FaultWorld } from './fault-world.js';

/** Milliseconds for which a bot is stopped. */
const FROZEN_MS = 15_000;
/** Milliseconds that a process which is woken up has, to do what it had in hand. */
const AWAKE_MS = 5_000;

/** Kills services with all that they started, and starts them again at once. */
function killed(...names: readonly string[]): Fault {
  return {
    async happen(world, begun) {
      begun();
      await Promise.all(names.map((name) => world.signal(name, 'SIGKILL')));
      await Promise.all(names.map((name) => world.start(name)));
    },
  };
}

/** Tells services to end, and starts them again when they have. */
function ended(...names: readonly string[]): Fault {
  return {
    async happen(world, begun) {
      begun();
      await Promise.all(names.map((name) => world.service(name).stop()));
      await Promise.all(names.map((name) => world.start(name)));
    },
  };
}

/** The process that paints, and not the one that watches it. */
const painter = (signal: 'SIGKILL' | 'SIGSTOP'): Fault => ({
  async happen(world, begun) {
    begun();
    await world.signalPainter('worker', signal);
  },
});

/** A second worker is there when the machine of the first is suspended; that one wakes up after the grid is shown. */
const machineFrozen: Fault = {
  async happen(world, begun) {
    begun();
    await world.signal('worker', 'SIGSTOP');
    await world.start('worker 2');
  },
  async after(world) {
    await world.signal('worker', 'SIGCONT');
    await sleep(AWAKE_MS);
  },
};

const botFrozen: Fault = {
  async happen(world) {
    await world.signal('bot', 'SIGSTOP');
    await sleep(FROZEN_MS);
    await world.signal('bot', 'SIGCONT');
  },
};

/** Another bot takes over meanwhile. */
const botFrozenBesideAnother: Fault = {
  prepare: async (world: FaultWorld) => void (await world.start('bot 2')),
  async happen(world, begun) {
    begun();
    await world.signal('bot', 'SIGSTOP');
  },
  async after(world) {
    await world.signal('bot', 'SIGCONT');
    await sleep(AWAKE_MS);
  },
};

export const PROCESS_FAULTS = {
  'bot killed': killed('bot'),
  'worker killed': killed('worker'),
  'bot and worker killed': killed('bot', 'worker'),
  'painting process killed': painter('SIGKILL'),
  'painting process frozen for good': painter('SIGSTOP'),
  'worker’s machine frozen, another there, then awake': machineFrozen,
  'bot frozen for 15 s': botFrozen,
  'bot frozen, another there, then awake': botFrozenBesideAnother,
  'bot told to end, started again': ended('bot'),
  'worker told to end, started again': ended('worker'),
  'bot and worker told to end, started again': ended('bot', 'worker'),
} as const satisfies Readonly<Record<string, Fault>>;
